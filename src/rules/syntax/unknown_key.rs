//! A key that nobody reads.

use crate::finding::Edit;
use crate::journey;
use crate::rules::identity::tap_target::is_tap_target;
use crate::rules::prelude::*;

/// `syntax/unknown-key`
pub struct UnknownKey;

impl Rule for UnknownKey {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        for misfit in &file.content().misfits {
            let Misfit::UnknownKey { key, name, within, suggestion, read_as_suggested } = misfit else { continue };
            if is_tap_target(name) {
                continue;
            }
            let place = cx.at(*key);
            // A key in quotes, as every key of JSON is, keeps them.
            let quote =
                file.source.slice(*key).chars().next().filter(|first| matches!(first, '"' | '\'')).map(String::from);
            let quote = quote.unwrap_or_default();
            let right = suggestion.filter(|_| *read_as_suggested);
            let fix = right.map(|right| (right, Edit { place, text: format!("{quote}{right}{quote}") }));
            let finding = cx.report(place, format!("{within} has no key `{name}`"));
            match suggestion {
                Some(right) => finding.help(format!("did you mean `{right}`?")),
                None if journey::GROUPS.contains(within) => finding.help("remove it, or check its spelling"),
                None => finding.help("remove it, or check its spelling; Meta may not accept it"),
            };
            if let Some((right, edit)) = fix {
                finding.unsafe_fix(format!("write `{right}`"), vec![edit]);
            }
        }
    }
}
