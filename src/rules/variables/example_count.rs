//! More or fewer samples than variables.

use super::shared;
use crate::finding::{Finding, Place};
use crate::rules::prelude::*;
use crate::text::similar::nearest;
use crate::text::wording::{any_of, counted};

/// `variables/example-count`
pub struct ExampleCount;

impl Rule for ExampleCount {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        for part in shared::texts(variant, cx) {
            let Some(example) = part.example.filter(|example| !example.samples.is_empty()) else { continue };
            let style = shared::style_of_all(part.text);
            if shared::is_misshapen(example.span, cx) || shared::is_crowded(part.text, part.surface) {
                continue;
            }
            match example.format {
                // The sample for a URL never has a name.
                ParameterFormat::Positional if style == Some(example.format) || of_url(part) => {
                    count(part, example, cx)
                }
                ParameterFormat::Named if style == Some(example.format) => names(part, example, cx),
                _ => {}
            }
        }
    }
}

fn of_url(part: Sampled<'_>) -> bool {
    part.surface == Surface::Url && !part.text.variables.is_empty()
}

fn count(part: Sampled<'_>, example: &Example, cx: &mut Context<'_>) {
    let variables = shared::distinct(part.text).len();
    let samples = example.samples.len();
    if samples == variables {
        return;
    }
    let message = format!(
        "the {} has {}, and {}",
        part.surface.name(),
        counted(variables, "variable"),
        counted(samples, "sample")
    );
    let surplus = example.samples.get(variables..).unwrap_or_default();
    let place = match surplus {
        [first, .., last] => cx.at(first.value.span.to(last.value.span)),
        [only] => cx.leaf(&only.value),
        [] => cx.at(example.key),
    };
    let help = match surplus {
        [] => format!("add {}, one for each variable in order", counted(variables - samples, "sample")),
        _ => format!("remove {}, or write the variable that is missing in the text", counted(surplus.len(), "sample")),
    };
    cx.report(place, message).component(part.surface.component()).help(help);
}

/// Each named variable has a sample of its name, and each sample a variable.
fn names(part: Sampled<'_>, example: &Example, cx: &mut Context<'_>) {
    let variables = shared::distinct(part.text);
    let mut given: Vec<&str> = Vec::new();
    for sample in &example.samples {
        let Some(leaf) = &sample.name else {
            tell(part, cx.leaf(&sample.value), "this sample does not say which variable it is for", cx)
                .help("add its `param_name`");
            return;
        };
        given.push(&leaf.value);
    }
    let mut missing: Vec<&str> = variables.iter().copied().filter(|name| !given.contains(name)).collect();
    for (index, sample) in example.samples.iter().enumerate() {
        let Some(leaf) = &sample.name else { continue };
        if given[..index].contains(&&*leaf.value) {
            let message = format!("there are two samples for `{}`", leaf.value);
            tell(part, cx.leaf(leaf), &message, cx).help("remove one of them");
        } else if !variables.contains(&&*leaf.value) {
            let meant = nearest(&leaf.value, missing.iter().copied());
            missing.retain(|name| Some(*name) != meant);
            unknown(part, leaf, meant, cx);
        }
    }
    if !missing.is_empty() {
        let which: Vec<String> = missing.iter().map(|name| format!("{{{{{name}}}}}")).collect();
        let message = format!("there is no sample for {}", any_of(&which));
        tell(part, cx.at(example.key), &message, cx).help("add one for each variable");
    }
}

fn unknown(part: Sampled<'_>, leaf: &Leaf, meant: Option<&str>, cx: &mut Context<'_>) {
    let what = part.surface.name();
    let message = format!("this sample is for `{}`, and the {what} has no such variable", leaf.value);
    let edits = meant.map(|right| cx.replace(leaf, 0..leaf.value.len(), right)).unwrap_or_default();
    let finding = tell(part, cx.leaf(leaf), &message, cx);
    match meant {
        Some(right) => finding.help(format!("did you mean `{right}`?")).unsafe_fix(format!("write `{right}`"), edits),
        None => finding.help("remove it, or give it the name of a variable of the text"),
    };
}

fn tell<'c>(part: Sampled<'_>, place: Place, message: &str, cx: &'c mut Context<'_>) -> &'c mut Finding {
    cx.report(place, message).component(part.surface.component())
}
