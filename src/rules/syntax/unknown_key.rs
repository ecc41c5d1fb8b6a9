//! A key that nobody reads.

use crate::finding::Edit;
use crate::journey;
use crate::rules::identity::tap_target::is_tap_target;
use crate::rules::prelude::*;

/// `syntax/unknown-key`
pub struct UnknownKey;

impl Rule for UnknownKey {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        for misfit in &file.content.misfits {
            let Misfit::UnknownKey { key, name, within, suggestion, read_as_suggested } = misfit else { continue };
            if is_tap_target(name) {
                continue;
            }
            let place = cx.at(*key);
            let fix = suggestion.filter(|_| *read_as_suggested).map(|right| Edit { place, text: right.to_owned() });
            let finding = cx.report(place, format!("{within} has no key `{name}`"));
            match suggestion {
                Some(right) => finding.help(format!("did you mean `{right}`?")),
                None if journey::GROUPS.contains(within) => finding.help("remove it, or check its spelling"),
                None => finding.help("remove it, or check its spelling; Meta may not accept it"),
            };
            if let Some(edit) = fix {
                finding.unsafe_fix(format!("write `{}`", edit.text), vec![edit]);
            }
        }
    }
}
