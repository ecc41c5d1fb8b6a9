//! An address with more than one variable.

use crate::rules::prelude::*;

/// `links/variable-count`
pub struct VariableCount;

impl Rule for VariableCount {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        let (variables, allowed) = (&text.variables.list, limits::URL_VARIABLES.count());
        let Some(surplus) = variables.get(allowed).filter(|_| surface == Surface::Url) else { return };
        let place = cx.mark(text, surplus.range.clone());
        let first = variables.first().map(|first| cx.mark(text, first.range.clone()));
        let message = format!("the address has {} variables; the limit is {allowed}", variables.len());
        let finding = cx.report(place, message).help("put everything that differs into one variable at the end");
        if let Some(first) = first {
            finding.related(first, "the first one is here");
        }
    }
}
