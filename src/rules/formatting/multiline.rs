//! Formatting that goes over a line break.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/multiline`
pub struct Multiline;

impl Rule for Multiline {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::Multiline, text, surface, cx) {
            let edits = slip.edits(text, cx);
            let finding = cx
                .report(
                    cx.mark(text, slip.range.clone()),
                    format!("`{}` goes over a line break, and formatting ends with its line", slip.written(text)),
                )
                .help("put delimiters around each line");
            finding.safe_fix("put delimiters around each line", edits);
        }
    }
}
