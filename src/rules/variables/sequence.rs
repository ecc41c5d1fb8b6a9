//! Numbered variables that do not count 1, 2, 3.

use super::shared;
use crate::finding::Edit;
use crate::rules::prelude::*;
use crate::text::wording::any_of;

/// `variables/sequence`
pub struct Sequence;

impl Rule for Sequence {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        let style = shared::style_of_all(text).filter(|_| !shared::is_crowded(text, surface));
        let numbered = style == Some(ParameterFormat::Positional);
        if numbered && shared::takes_variables(surface) && !tell_gap(text, surface, cx) {
            tell_leading_zeros(text, surface, cx);
        }
    }
}

/// Says where the numbers of a text leave the sequence; whether they do.
fn tell_gap(text: &Text, surface: Surface, cx: &mut Context<'_>) -> bool {
    let numbers = shared::numbers(text);
    let Some(wrong) = (1..).zip(&numbers).find(|(wanted, number)| wanted != *number).map(|(_, number)| *number) else {
        return false;
    };
    let Some(variable) = text.variables.list.iter().find(|variable| shared::number(text, variable) == Some(wrong))
    else {
        return false;
    };
    let what = surface.name();
    let message = match wrong {
        0 => format!("the {what} has {{{{0}}}}, and variables are numbered from 1"),
        _ => format!("the {what} has {}, but no {}", shared::written(text, variable), missing(&numbers, wrong)),
    };
    let mut edits = renumbered(text, &numbers, cx);
    if !edits.is_empty() {
        edits.extend(surplus(text, &numbers, cx));
    }
    let help =
        format!("number the variables of the {what} from {{{{1}}}} on, without a gap; each part starts at 1 again");
    let finding = cx.report(cx.mark(text, variable.range.clone()), message);
    finding.help(help).unsafe_fix(format!("number the variables of the {what} from 1 on"), edits);
    finding.meta = shared::wrong_form(surface);
    true
}

/// The numbers that are left out below `number`, as variables; the first few of them.
fn missing(numbers: &[u32], number: u32) -> String {
    let left_out: Vec<String> = (1..number)
        .filter(|number| numbers.binary_search(number).is_err())
        .take(3)
        .map(|number| format!("{{{{{number}}}}}"))
        .collect();
    any_of(&left_out)
}

/// Each number becomes its rank.
fn renumbered(text: &Text, numbers: &[u32], cx: &Context<'_>) -> Vec<Edit> {
    let ranked = text.variables.list.iter().filter_map(|variable| {
        let rank = numbers.binary_search(&shared::number(text, variable)?).ok()? + 1;
        Some((variable, rank.to_string()))
    });
    let changed = ranked.filter(|(variable, rank)| shared::name(text, variable) != rank.as_str());
    changed.flat_map(|(variable, rank)| cx.replace(&text.leaf, variable.name.clone(), &rank)).collect()
}

/// With a sample for every number, those of the numbers that are left out go, so that each variable keeps its own.
fn surplus(text: &Text, numbers: &[u32], cx: &Context<'_>) -> Vec<Edit> {
    let parts = cx.variant().map(Variant::sampled).unwrap_or_default();
    let example = parts.iter().find(|part| part.text.leaf.node == text.leaf.node).and_then(|part| part.example);
    let Some(example) = example.filter(|example| example.format == ParameterFormat::Positional) else {
        return Vec::new();
    };
    if numbers.last().is_none_or(|last| usize::try_from(*last) != Ok(example.samples.len())) {
        return Vec::new();
    }
    let left_out = (1..).zip(&example.samples).filter(|(number, _)| numbers.binary_search(number).is_err());
    left_out.flat_map(|(_, sample)| cx.remove_item(&sample.value)).collect()
}

fn tell_leading_zeros(text: &Text, surface: Surface, cx: &mut Context<'_>) {
    for variable in &text.variables.list {
        let name = shared::name(text, variable);
        let digits = name.trim_start_matches('0');
        if digits.len() == name.len() || shared::is_damaged(text, &variable.range) {
            continue;
        }
        let right = format!("write `{{{{{digits}}}}}`");
        let edits = cx.replace(&text.leaf, variable.name.clone(), digits);
        let message = format!("the number of {} starts with a zero", shared::written(text, variable));
        let finding = cx.report(cx.mark(text, variable.range.clone()), message);
        finding.confidence(Confidence::Medium).help(right.clone()).unsafe_fix(right, edits);
        finding.meta = shared::wrong_form(surface);
    }
}
