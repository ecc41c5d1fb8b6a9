//! A blank on the inner side of a delimiter.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/edge-space`
pub struct EdgeSpace;

impl Rule for EdgeSpace {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::EdgeSpace, text, surface, cx) {
            let edits = slip.edits(text, cx);
            let finding = cx
                .report(
                    cx.mark(text, slip.range.clone()),
                    format!("a blank inside the delimiters of `{}` keeps it from being formatted", slip.written(text)),
                )
                .help(format!("write `{}`", slip.better(text)));
            finding.safe_fix("move the blank out", edits);
        }
    }
}
