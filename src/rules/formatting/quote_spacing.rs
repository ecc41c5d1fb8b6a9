//! A quote without its single blank.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/quote-spacing`
pub struct QuoteSpacing;

impl Rule for QuoteSpacing {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::QuoteSpacing, text, surface, cx) {
            let edits = slip.edits(text, cx);
            let finding = cx
                .report(
                    cx.mark(text, slip.range.clone()),
                    format!("`{}` starts no quote, and is shown", slip.written(text)),
                )
                .help("write `> ` for a quote, with exactly one blank");
            finding.safe_fix("write `> `", edits);
            if slip.doubtful {
                finding.severity(Severity::Note).confidence(Confidence::Low);
            }
        }
    }
}
