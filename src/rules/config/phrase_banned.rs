//! Words that the team does not use.

use super::shared;
use crate::config::Demand;
use crate::rules::prelude::*;
use crate::text::Folded;

/// `config/phrase-banned`
pub struct PhraseBanned;

/// So many phrases of one entry are told in one text at most: a file made to waste time gains nothing.
const MOST: usize = 16;

impl Rule for PhraseBanned {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        // Nearly always there are none.
        if surface == Surface::Url || cx.config().phrases.is_empty() {
            return;
        }
        let folded = Folded::new(text.value(), &text.variables.list);
        let entries: Vec<_> = shared::entries(Demand::Ban, cx).filter(|entry| entry.is_for(surface)).collect();
        for entry in entries {
            for (range, phrase) in entry.phrases.find(&folded).into_iter().take(MOST) {
                let written = &text.value()[range.clone()];
                let usual = || format!("`{written}` is one of the phrases that your team does not use");
                let known = entry.phrases.written().get(phrase).map_or("", String::as_str);
                let finding = cx.report(cx.mark(text, range), entry.message.clone().unwrap_or_else(usual));
                finding.help(format!("write it in other words; {} bans `{known}`", entry.place));
                if let Some(level) = entry.level {
                    finding.severity(level);
                }
            }
        }
    }
}
