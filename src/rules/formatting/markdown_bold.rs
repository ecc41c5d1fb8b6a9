//! Bold as Markdown has it.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/markdown-bold`
pub struct MarkdownBold;

impl Rule for MarkdownBold {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::MarkdownBold, text, surface, cx) {
            let edits = slip.edits(text, cx);
            let help = if slip.edits.is_empty() {
                "write one delimiter on each side: `*bold*`, `_italic_`".to_owned()
            } else {
                format!("write `{}`", slip.better(text))
            };
            let finding = cx
                .report(
                    cx.mark(text, slip.range.clone()),
                    format!("`{}` is bold in Markdown; WhatsApp shows some of the delimiters", slip.written(text)),
                )
                .help(help);
            finding.safe_fix("write it for WhatsApp", edits);
        }
    }
}
