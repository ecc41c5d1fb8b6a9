//! A named variable that stands in one text twice.

use super::shared;
use crate::rules::prelude::*;

/// `variables/repeated-name`
pub struct RepeatedName;

impl Rule for RepeatedName {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if !shared::takes_variables(surface) {
            return;
        }
        let named = |(first, _): &(&Variable, &Variable)| first.kind == VariableKind::Named;
        for (first, again) in shared::repeated(text).into_iter().filter(named) {
            let written = shared::written(text, again);
            let place = cx.mark(text, first.range.clone());
            cx.report(cx.mark(text, again.range.clone()), format!("{written} stands in the {} twice", surface.name()))
                .help("give it a name of its own and the same value, or reword the sentence so that it is not needed again")
                .related(place, "the first one is here");
        }
    }
}
