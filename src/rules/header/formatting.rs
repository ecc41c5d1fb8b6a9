//! Formatting marks in a header.

use super::shared;
use crate::rules::plain;
use crate::rules::prelude::*;

/// `header/formatting`
pub struct Formatting;

impl Rule for Formatting {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if !shared::is_shown(text, surface, cx) {
            return;
        }
        for found in plain::formatting(text) {
            let edits = found.without_marks(text, cx);
            let place = cx.mark(text, found.range.clone());
            let marked = &text.value()[found.range];
            if found.paired {
                cx.report(place, format!("the header is formatted: `{marked}`"))
                    .help("remove the marks; a header is bold anyway")
                    .safe_fix("remove the formatting marks", edits);
            } else {
                cx.report(place, "the header has an asterisk, and Meta takes it for formatting")
                    .help("remove it, or write `×` for a multiplication")
                    .unsafe_fix("remove the asterisk", edits);
            }
        }
    }
}
