//! Markers of lists that WhatsApp does not know.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/list-marker`
pub struct ListMarker;

impl Rule for ListMarker {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::ListMarker, text, surface, cx) {
            let edits = slip.edits(text, cx);
            let finding = cx
                .report(
                    cx.mark(text, slip.range.clone()),
                    format!("`{}` starts no list in WhatsApp: the lines stay plain text", slip.written(text)),
                )
                .help("begin each line with `- `, or with `1. ` for numbers");
            finding.safe_fix("write markers of WhatsApp", edits);
            if slip.doubtful {
                finding.severity(Severity::Note).confidence(Confidence::Low);
            }
        }
    }
}
