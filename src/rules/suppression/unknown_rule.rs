//! A comment that silences a rule that does not exist.

use crate::finding::{Edit, Place};
use crate::rules::prelude::*;
use crate::settings::Selector;
use crate::suppress::{Ignore, without_comment, without_name};

/// `suppression/unknown-rule`
pub struct UnknownRule;

impl Rule for UnknownRule {
    fn comments(&self, ignores: &[Ignore], cx: &mut Context<'_>) {
        let Some(file) = cx.file() else { return };
        for (ignore, asked) in ignores.iter().filter_map(|ignore| Some((ignore, ignore.asked.as_ref().ok()?))) {
            for (index, named) in asked.names.iter().enumerate().filter(|(_, named)| named.selector.is_err()) {
                let written = file.source.slice(named.span);
                let place = cx.at(named.span);
                let finding = cx.report(place, format!("there is no rule or family `{written}`"));
                if let Some(near) = Selector::meant(written) {
                    let edit = Edit { place, text: near.to_owned() };
                    finding.help(format!("did you mean `{near}`?"));
                    finding.unsafe_fix(format!("write `{near}`"), vec![edit]);
                } else {
                    let alone = asked.names.len() == 1;
                    let span = if alone { without_comment(file, ignore.comment) } else { without_name(asked, index) };
                    let title = if alone { "remove the comment" } else { "remove the name" };
                    let edit = Edit { place: Place { span, ..place }, text: String::new() };
                    finding.help("remove it; `walint rules` lists all rules").safe_fix(title, vec![edit]);
                }
            }
        }
    }
}
