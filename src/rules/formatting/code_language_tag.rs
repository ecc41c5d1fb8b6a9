//! The name of a language behind the backticks that open code.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/code-language-tag`
pub struct CodeLanguageTag;

impl Rule for CodeLanguageTag {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::CodeLanguageTag, text, surface, cx) {
            let edits = slip.edits(text, cx);
            let finding = cx
                .report(
                    cx.mark(text, slip.range.clone()),
                    format!("`{}` is shown as the first line of the code", slip.written(text)),
                )
                .help("leave it out: WhatsApp knows no languages of code");
            finding.safe_fix("remove the name", edits);
        }
    }
}
