//! A line of bold text that became a list item.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/accidental-list`
pub struct AccidentalList;

impl Rule for AccidentalList {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::AccidentalList, text, surface, cx) {
            let edits = slip.edits(text, cx);
            let finding = cx
                .report(
                    cx.mark(text, slip.range.clone()),
                    format!("`{}` is an item of a list, with the last `*` shown, and not bold", slip.written(text)),
                )
                .help(format!("write `{}`, without a blank behind the first `*`", slip.better(text)));
            finding.safe_fix("take out the blanks", edits);
        }
    }
}
