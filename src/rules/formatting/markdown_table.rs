//! Tables as Markdown has them.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/markdown-table`
pub struct MarkdownTable;

impl Rule for MarkdownTable {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::MarkdownTable, text, surface, cx) {
            cx.report(cx.mark(text, slip.range.clone()), "WhatsApp has no tables: the bars and dashes are shown")
                .help("write one line for each row, such as `- Size: 42`");
        }
    }
}
