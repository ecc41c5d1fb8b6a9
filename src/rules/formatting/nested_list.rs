//! List items that are indented.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/nested-list`
pub struct NestedList;

impl Rule for NestedList {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::NestedList, text, surface, cx) {
            let edits = slip.edits(text, cx);
            let finding = cx
                .report(
                    cx.mark(text, slip.range.clone()),
                    "an indented list item is no item in WhatsApp, and its marker is shown as text",
                )
                .help("begin the line with the marker; lists have one level");
            finding.safe_fix("take out the blanks in front", edits);
            if slip.doubtful {
                finding.severity(Severity::Note).confidence(Confidence::Low);
            }
        }
    }
}
