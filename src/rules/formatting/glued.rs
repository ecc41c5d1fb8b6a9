//! Formatting that touches a letter or digit outside.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/glued`
pub struct Glued;

impl Rule for Glued {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::Glued, text, surface, cx) {
            let edits = slip.edits(text, cx);
            let finding = cx.report(cx.mark(text, slip.range.clone()), format!("`{}` touches a letter or digit beside it, so its delimiters are shown and nothing is formatted", slip.written(text))).help("put a blank or punctuation between them, on the outer side");
            finding.unsafe_fix("put a blank beside it", edits);
        }
    }
}
