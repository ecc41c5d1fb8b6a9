//! A text about games for money.

use crate::policy::content::List;
use crate::rules::prelude::*;

use super::shared::{phrases, written};

/// `policy/gambling`
pub struct Gambling;

impl Rule for Gambling {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if let Some(found) = phrases(text, surface, &[List::Gambling], cx).into_iter().next() {
            let words = written(text, &found.range);
            cx.report(cx.mark(text, found.range), format!("\"{words}\" may read as gambling for money"))
                .help("Meta allows it to few businesses and in few countries: make sure that yours is one of them");
        }
    }
}
