//! Samples with line breaks, tabs or many blanks.

use std::ops::Range;

use super::shared_samples;
use crate::rules::prelude::*;
use crate::text::wording::counted;
use crate::text::words;

/// `variables/example-blanks`
pub struct ExampleBlanks;

impl Rule for ExampleBlanks {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        for (part, sample) in shared_samples::samples(variant, cx) {
            if !shared_samples::is_empty(sample, cx) && !tell_refused(part, &sample.value, cx) {
                tell_edges(part, &sample.value, cx);
            }
        }
    }
}

/// Says what Meta refuses in a value; whether there is something.
fn tell_refused(part: Sampled<'_>, leaf: &Leaf, cx: &mut Context<'_>) -> bool {
    let value = &*leaf.value;
    let Some(range) = refused(value) else { return false };
    let what = match &value[range.clone()] {
        run if run.contains(['\n', '\r']) => "a line break".to_owned(),
        run if run.contains('\t') => "a tab".to_owned(),
        run => format!("{} in a row", counted(run.len(), "blank")),
    };
    let inside = range.start > 0 && range.end < value.len();
    let edits = cx.replace(leaf, range.clone(), if inside { " " } else { "" });
    cx.report(cx.part(leaf, range), format!("the sample has {what}"))
        .component(part.surface.component())
        .help("write it on one line, with single blanks; the values you send have to be so, too")
        .unsafe_fix("write a single blank", edits);
    true
}

/// The first run of blanks that a value may not have.
fn refused(value: &str) -> Option<Range<usize>> {
    words::runs_of_blanks(value).find(|run| {
        let run = &value[run.clone()];
        run.contains(['\n', '\r', '\t']) || run.len() > limits::CONSECUTIVE_SPACES.count()
    })
}

fn tell_edges(part: Sampled<'_>, leaf: &Leaf, cx: &mut Context<'_>) {
    let value = &*leaf.value;
    let (start, end) = (value.len() - value.trim_start().len(), value.trim_end().len());
    let places = [0..start, end..value.len()];
    let Some(first) = places.iter().find(|range| !range.is_empty()) else { return };
    let edits = places.iter().filter(|range| !range.is_empty()).flat_map(|range| cx.replace(leaf, range.clone(), ""));
    let edits = edits.collect();
    let which = if first.start == 0 { "starts" } else { "ends" };
    cx.report(cx.part(leaf, first.clone()), format!("the sample {which} with a blank"))
        .severity(Severity::Warning)
        .confidence(Confidence::Low)
        .component(part.surface.component())
        .help("remove it")
        .safe_fix("remove the blank", edits);
}
