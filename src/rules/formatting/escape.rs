//! A backslash in front of a delimiter.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/escape`
pub struct Escape;

impl Rule for Escape {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::Escape, text, surface, cx) {
            let edits = slip.edits(text, cx);
            let finding = cx
                .report(
                    cx.mark(text, slip.range.clone()),
                    format!(
                        "the backslash of `{}` is shown, and keeps nothing from being formatted",
                        slip.written(text)
                    ),
                )
                .help("leave the backslash out; where the sign itself has to be seen, use `×` or `∗`");
            finding.unsafe_fix("remove the backslash", edits);
        }
    }
}
