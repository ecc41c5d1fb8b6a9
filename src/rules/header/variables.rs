//! A header with too many variables.

use super::shared;
use crate::rules::prelude::*;
use crate::text::wording::counted;

/// `header/variables`
pub struct Variables;

impl Rule for Variables {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if !shared::is_shown(text, surface, cx) {
            return;
        }
        let allowed = limits::HEADER_VARIABLES.count();
        let mut different: Vec<&Variable> = Vec::new();
        for variable in &text.variables.list {
            let name = &text.value()[variable.name.clone()];
            // The same one again is another matter, and counts once.
            if different.len() <= allowed && !different.iter().any(|seen| &text.value()[seen.name.clone()] == name) {
                different.push(variable);
            }
        }
        let Some(surplus) = different.get(allowed) else { return };
        let count = counted(text.variables.list.len(), "variable");
        cx.report(cx.mark(text, surplus.range.clone()), format!("the header has {count}, and may have {allowed}"))
            .help("keep one, and move the others to the body");
    }
}
