//! Links and images as Markdown has them.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/markdown-link`
pub struct MarkdownLink;

impl Rule for MarkdownLink {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::MarkdownLink, text, surface, cx) {
            let edits = slip.edits(text, cx);
            let finding = cx
                .report(
                    cx.mark(text, slip.range.clone()),
                    format!("`{}` is a link in Markdown; WhatsApp shows the brackets", slip.written(text)),
                )
                .help("use a URL button, or write the bare address; a picture belongs in the header");
            finding.unsafe_fix("write the bare address", edits);
        }
    }
}
