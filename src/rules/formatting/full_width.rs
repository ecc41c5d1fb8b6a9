//! Full-width signs in place of delimiters.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/full-width`
pub struct FullWidth;

impl Rule for FullWidth {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::FullWidth, text, surface, cx) {
            let edits = slip.edits(text, cx);
            let finding = cx
                .report(
                    cx.mark(text, slip.range.clone()),
                    format!("the full-width signs of `{}` are shown and format nothing", slip.written(text)),
                )
                .help(format!("write `{}`", slip.better(text)));
            finding.safe_fix("write the ASCII signs", edits);
        }
    }
}
