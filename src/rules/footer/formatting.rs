//! Formatting marks in a footer.

use crate::rules::plain;
use crate::rules::prelude::*;

/// `footer/formatting`
pub struct Formatting;

impl Rule for Formatting {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if surface != Surface::Footer {
            return;
        }
        // A lone asterisk is a footnote.
        for found in plain::formatting(text).into_iter().filter(|found| found.paired) {
            let edits = found.without_marks(text, cx);
            let marked = &text.value()[found.range.clone()];
            cx.report(
                cx.mark(text, found.range.clone()),
                format!("a footer can not be formatted: readers see `{marked}`"),
            )
            .help("remove the marks")
            .safe_fix("remove the formatting marks", edits);
        }
    }
}
