//! Lines of `---`, `***` or `___`.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/rule-line`
pub struct RuleLine;

impl Rule for RuleLine {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::RuleLine, text, surface, cx) {
            let edits = slip.edits(text, cx);
            let finding = cx
                .report(
                    cx.mark(text, slip.range.clone()),
                    format!("`{}` is no line across in WhatsApp", slip.written(text)),
                )
                .help("write `———`, or leave an empty line");
            finding.safe_fix("write `———`", edits);
            if slip.doubtful {
                finding.severity(Severity::Note).confidence(Confidence::Low);
            }
        }
    }
}
