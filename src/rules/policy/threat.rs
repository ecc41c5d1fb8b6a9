//! A text that threatens the reader.

use crate::policy::content::List;
use crate::rules::prelude::*;

use super::shared::{phrases, written};

/// `policy/threat`
pub struct Threat;

/// So many places of one text are told. No real text has more, and a file made to waste time gains nothing.
const MOST: usize = 16;

impl Rule for Threat {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        let about_money = cx.phrases(text).iter().any(|found| found.list == List::Debts);
        let lists: &[List] = if about_money { &[List::Threats, List::Shaming] } else { &[List::Threats] };
        for found in phrases(text, surface, lists, cx).into_iter().take(MOST) {
            let words = written(text, &found.range);
            let message = match found.list {
                List::Threats => format!("\"{words}\" may read as a threat with the law"),
                _ => format!("\"{words}\" may read as a threat to shame the reader before others"),
            };
            cx.report(cx.mark(text, found.range), message).help(
                "say what is due, by when, and how to pay or to ask for help, and leave out what happens otherwise",
            );
        }
    }
}
