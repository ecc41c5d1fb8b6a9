//! Formatting right beside an emoji.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/emoji-boundary`
pub struct EmojiBoundary;

impl Rule for EmojiBoundary {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::EmojiBoundary, text, surface, cx) {
            let edits = slip.edits(text, cx);
            let finding = cx
                .report(
                    cx.mark(text, slip.range.clone()),
                    format!("right beside this emoji `{}` may arrive without its formatting", slip.written(text)),
                )
                .help("put a blank between the emoji and the delimiter");
            finding.unsafe_fix("put a blank between them", edits);
        }
    }
}
