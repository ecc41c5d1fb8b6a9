//! Entities of HTML, such as `&amp;`.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/html-entity`
pub struct HtmlEntity;

impl Rule for HtmlEntity {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::HtmlEntity, text, surface, cx) {
            let edits = slip.edits(text, cx);
            let finding = cx
                .report(
                    cx.mark(text, slip.range.clone()),
                    format!("`{}` is shown as it is written", slip.written(text)),
                )
                .help("write the character itself");
            finding.safe_fix("write the character", edits);
        }
    }
}
