//! Headings as Markdown has them.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/markdown-heading`
pub struct MarkdownHeading;

impl Rule for MarkdownHeading {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::MarkdownHeading, text, surface, cx) {
            let edits = slip.edits(text, cx);
            let help = if slip.edits.is_empty() {
                "write it in bold on a line of its own, or use a text header".to_owned()
            } else {
                format!("write `{}`", slip.better(text))
            };
            let finding = cx
                .report(
                    cx.mark(text, slip.range.clone()),
                    format!("`{}` is a heading in Markdown; WhatsApp shows the `#`", slip.written(text)),
                )
                .help(help);
            finding.safe_fix("write it in bold", edits);
        }
    }
}
