//! More or fewer samples than variables.

use std::collections::HashSet;

use super::{shared, shared_samples};
use crate::finding::{Finding, Place};
use crate::rules::prelude::*;
use crate::text::similar::nearest;
use crate::text::wording::{any_of, counted};

/// `variables/example-count`
pub struct ExampleCount;

impl Rule for ExampleCount {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        for part in shared_samples::texts(variant, cx) {
            let Some(example) = part.example.filter(|example| !example.samples.is_empty()) else { continue };
            let style = shared::style_of_all(part.text);
            if style.is_none() || shared::is_crowded(part.text, part.surface) {
                continue;
            }
            match example.format {
                // The sample for an address never has a name.
                ParameterFormat::Positional if style == Some(example.format) || part.surface == Surface::Url => {
                    count(part, example, cx);
                }
                ParameterFormat::Named if style == Some(example.format) => names(part, example, cx),
                _ => {}
            }
        }
    }
}

fn count(part: Sampled<'_>, example: &Example, cx: &mut Context<'_>) {
    let variables = shared::distinct(part.text).len();
    let samples = example.samples.len();
    if samples == variables || shared_samples::is_misshapen(example.span, cx) {
        return;
    }
    let what = part.surface.name();
    let message = format!("the {what} has {}, and {}", counted(variables, "variable"), counted(samples, "sample"));
    let surplus = example.samples.get(variables..).unwrap_or_default();
    let place = match surplus {
        [first, .., last] => cx.at(first.value.span.to(last.value.span)),
        [only] => cx.leaf(&only.value),
        [] => cx.at(example.key),
    };
    let help = match surplus {
        [] => format!("add {}, so that each variable has one", counted(variables - samples, "sample")),
        _ => format!("remove {}, or write in the text what is missing there", counted(surplus.len(), "sample")),
    };
    tell(part, place, message, cx).help(help);
}

/// Each named variable has a sample of its name, and each sample a variable.
fn names(part: Sampled<'_>, example: &Example, cx: &mut Context<'_>) {
    let variables = shared::distinct(part.text);
    let known: HashSet<&str> = variables.iter().copied().collect();
    let given: HashSet<&str> = example.samples.iter().filter_map(name).collect();
    let mut missing: Vec<&str> = variables.into_iter().filter(|name| !given.contains(name)).collect();
    let mut seen = HashSet::new();
    for sample in &example.samples {
        match &sample.name {
            None => {
                let place = cx.leaf(&sample.value);
                tell(part, place, "this sample does not say which variable it is for".to_owned(), cx)
                    .help("add its `param_name`");
                // Which ones are missing can only be said when every sample has a name.
                missing.clear();
            }
            Some(leaf) if !seen.insert(&*leaf.value) => {
                let place = cx.leaf(leaf);
                tell(part, place, format!("there are two samples for `{}`", leaf.value), cx).help("remove one of them");
            }
            Some(leaf) if !known.contains(&*leaf.value) => unknown(part, leaf, &mut missing, cx),
            Some(_) => {}
        }
    }
    if !missing.is_empty() && !shared_samples::is_misshapen(example.span, cx) {
        let place = cx.at(example.key);
        tell(part, place, format!("there is no sample for {}", list(&missing)), cx).help("add one for each variable");
    }
}

fn list(missing: &[&str]) -> String {
    match missing {
        [_, _, _, _, _, ..] => counted(missing.len(), "variable"),
        few => any_of(&few.iter().map(|name| format!("{{{{{name}}}}}")).collect::<Vec<_>>()),
    }
}

fn name(sample: &Sample) -> Option<&str> {
    sample.name.as_ref().map(|leaf| &*leaf.value)
}

/// A sample for a variable that is not there; perhaps one of those that miss theirs was meant.
fn unknown(part: Sampled<'_>, leaf: &Leaf, missing: &mut Vec<&str>, cx: &mut Context<'_>) {
    let meant = nearest(&leaf.value, missing.iter().copied().take(MOST_GUESSES));
    missing.retain(|name| Some(*name) != meant);
    let what = part.surface.name();
    let message = format!("this sample is for `{}`, and the {what} has no such variable", leaf.value);
    let edits = meant.map(|right| cx.replace(leaf, 0..leaf.value.len(), right)).unwrap_or_default();
    let place = cx.leaf(leaf);
    let finding = tell(part, place, message, cx);
    match meant {
        Some(right) => finding.help(format!("did you mean `{right}`?")).unsafe_fix(format!("write `{right}`"), edits),
        None => finding.help("remove it, or give it the name of a variable of the text"),
    };
}

/// With more variables to choose from, a guess would cost more than it helps.
const MOST_GUESSES: usize = 32;

fn tell<'c, 'r>(part: Sampled<'_>, place: Place, message: String, cx: &'c mut Context<'r>) -> &'c mut Finding {
    cx.report(place, message).component(part.surface.component())
}
