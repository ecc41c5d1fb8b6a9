//! Blanks behind the marker of a list.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/list-spacing`
pub struct ListSpacing;

impl Rule for ListSpacing {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::ListSpacing, text, surface, cx) {
            let edits = slip.edits(text, cx);
            let finding = cx
                .report(
                    cx.mark(text, slip.range.clone()),
                    "behind the marker of a list item stands something other than a single blank, so it is no item",
                )
                .help("write exactly one simple blank behind the marker");
            finding.safe_fix("write one blank", edits);
        }
    }
}
