//! Struck text as Markdown has it.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/markdown-strike`
pub struct MarkdownStrike;

impl Rule for MarkdownStrike {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::MarkdownStrike, text, surface, cx) {
            let edits = slip.edits(text, cx);
            let finding = cx
                .report(
                    cx.mark(text, slip.range.clone()),
                    format!(
                        "`{}` is struck through in Markdown; WhatsApp shows some of the delimiters",
                        slip.written(text)
                    ),
                )
                .help(format!("write `{}`", slip.better(text)));
            finding.safe_fix("write it for WhatsApp", edits);
        }
    }
}
