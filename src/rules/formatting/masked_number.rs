//! Asterisks in place of digits.

use std::collections::BTreeSet;

use super::shared::{self, Kind};
use super::shared_samples::{self, Sent};
use crate::rules::prelude::*;

/// `formatting/masked-number`
pub struct MaskedNumber;

impl Rule for MaskedNumber {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::MaskedNumber, text, surface, cx) {
            let edits = slip.edits(text, cx);
            cx.report(
                cx.mark(text, slip.range.clone()),
                format!("some asterisks of `{}` format the text, and are not shown", slip.written(text)),
            )
            .help(format!("write `{}`, or \"ending in\" and the last digits", slip.better(text)))
            .safe_fix("write `•` for `*`", edits);
        }
    }

    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        for (part, example) in shared_samples::bodies(variant) {
            if !example.samples.iter().any(|sample| sample.value.value.contains("**")) {
                continue;
            }
            let Some(sent) = Sent::read(part.text, example) else { continue };
            let mut told = BTreeSet::new();
            for (index, _) in sent.acting() {
                if told.len() == 16 || !told.insert(index) {
                    continue;
                }
                let found = shared_samples::sample(example, &sent.variable(index), part.text);
                let Some((leaf, mask)) = found.and_then(|(_, leaf)| Some((leaf, shared_samples::mask(&leaf.value)?)))
                else {
                    continue;
                };
                let new = leaf.value[mask.clone()].replace('*', "•");
                let edits = cx.replace(leaf, mask.clone(), &new);
                cx.report(cx.part(leaf, mask), "some asterisks of this sample format the message, and are not shown")
                    .component(part.surface.component())
                    .help(format!("send values such as `{new}1234`, or only the last digits"))
                    .unsafe_fix("write `•` for `*`", edits);
            }
        }
    }
}
