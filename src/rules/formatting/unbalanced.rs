//! A delimiter without a partner.

use super::shared::{self, Kind};
use crate::rules::prelude::*;

/// `formatting/unbalanced`
pub struct Unbalanced;

impl Rule for Unbalanced {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::Unbalanced, text, surface, cx) {
            let written = slip.written(text);
            let (message, help) = if written.contains(char::is_alphanumeric) {
                let message = format!("`{written}` crosses other formatting, so its delimiters are shown");
                (message, "close first what was opened last, as in `*bold and _italic_*`".to_owned())
            } else {
                let help = format!("write the other `{written}` at the other end of the words, or leave this one out");
                (format!("the `{written}` has no partner on its line, and is shown"), help)
            };
            let finding = cx.report(cx.mark(text, slip.range.clone()), message).help(help);
            if slip.doubtful {
                // It may lead to a note elsewhere.
                finding.confidence(Confidence::Low);
            }
        }
    }
}
