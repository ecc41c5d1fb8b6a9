//! Invisible characters that turn the direction of the text and are never closed.

use crate::language::direction::lone_controls;
use crate::rules::prelude::*;
use crate::text::wording::counted;

/// `language/bidi-controls`
pub struct BidiControls;

/// So many places are told; a text with more has been damaged.
const TOLD: usize = 8;

impl Rule for BidiControls {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        let lone = lone_controls(text.value());
        let [first, others @ ..] = lone.as_slice() else { return };
        let what = if first.opens { "is never closed on its line" } else { "closes nothing" };
        let more = if others.is_empty() {
            String::new()
        } else {
            format!(", and {} likewise", counted(others.len(), "other"))
        };
        let message = format!("an invisible character of the {} ({}) {what}{more}", surface.name(), first.name());
        let places: Vec<_> = others.iter().take(TOLD).map(|control| cx.mark(text, control.range.clone())).collect();
        let edits = lone.iter().flat_map(|control| cx.replace(&text.leaf, control.range.clone(), "")).collect();
        let finding = cx
            .report(cx.mark(text, first.range.clone()), message)
            .help(format!("remove it, or pair it with {} on the same line", first.partner()))
            .unsafe_fix("remove what has no partner", edits);
        for place in places {
            finding.related(place, "here too");
        }
    }
}
