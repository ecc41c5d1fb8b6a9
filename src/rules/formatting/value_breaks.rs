//! A sample whose own characters format something.

use std::collections::BTreeSet;

use super::shared_samples::{self, Sent};
use crate::rules::prelude::*;

/// `formatting/value-breaks`
pub struct ValueBreaks;

impl Rule for ValueBreaks {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        for (part, example) in shared_samples::bodies(variant) {
            let has_delimiter = |sample: &Sample| sample.value.value.contains(['*', '_', '~', '`']);
            if !example.samples.iter().any(has_delimiter) {
                continue;
            }
            let Some(sent) = Sent::read(part.text, example) else { continue };
            let mut told = BTreeSet::new();
            for (index, range) in sent.acting() {
                if told.len() == 16 || !told.insert(index) {
                    continue;
                }
                let place = sent.variable(index);
                let Some((name, leaf)) = shared_samples::sample(example, &place, part.text) else { continue };
                if shared_samples::mask(&leaf.value).is_some() {
                    continue;
                }
                let sign = leaf.value[range.clone()].to_owned();
                cx.report(cx.part(leaf, range), format!("the `{sign}` in this sample for {name} formats the message"))
                    .component(part.surface.component())
                    .help(format!("send the value without `{sign}` at the edge of a word"));
            }
        }
    }
}
