//! A comment that silences a rule that does not exist.

use crate::finding::{Edit, Place};
use crate::rules::prelude::*;
use crate::settings::Selector;
use crate::suppress::{Ignore, without_comment, without_name};

/// Every name is compared with all others, so only the first so many of a file are.
const SUGGESTIONS: usize = 100;

/// `suppression/unknown-rule`
pub struct UnknownRule;

impl Rule for UnknownRule {
    fn comments(&self, ignores: &[Ignore], cx: &mut Context<'_>) {
        let Some(file) = cx.file() else { return };
        let mut suggestions = SUGGESTIONS;
        for (ignore, asked) in ignores.iter().filter_map(|ignore| Some((ignore, ignore.asked.as_ref().ok()?))) {
            for (index, named) in asked.names.iter().enumerate().filter(|(_, named)| named.selector.is_none()) {
                let written = file.source.slice(named.span);
                let place = cx.at(named.span);
                let finding = cx.report(place, format!("there is no rule or family `{written}`"));
                if suggestions == 0 {
                    finding.help("`walint rules` lists all rules");
                } else if let Some(near) = Selector::meant(written) {
                    let edit = Edit { place, text: near.to_owned() };
                    finding.help(format!("did you mean `{near}`?"));
                    finding.unsafe_fix(format!("write `{near}`"), vec![edit]);
                } else {
                    let (title, span) = match asked.names.len() {
                        1 => ("remove the comment", without_comment(file, ignore.comment)),
                        _ => ("remove the name", without_name(asked, index)),
                    };
                    let edit = Edit { place: Place { span, ..place }, text: String::new() };
                    finding.help("remove it; `walint rules` lists all rules").safe_fix(title, vec![edit]);
                }
                suggestions = suggestions.saturating_sub(1);
            }
        }
    }
}
