//! The name of an Android app that is none.

use std::ops::Range;

use super::shared;
use crate::rules::prelude::*;
use crate::text::wording::number;

/// `authentication/package-name`
pub struct PackageName;

impl Rule for PackageName {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        if !shared::is_otp(button, cx) {
            return;
        }
        for leaf in shared::of_apps(button, "package_name", cx) {
            if let Some((range, message, help)) = mistake(&leaf.value) {
                cx.report(cx.part(&leaf, range), message).help(help);
            }
        }
    }
}

/// The first thing that is wrong with a name: where, what, and what to do.
fn mistake(name: &str) -> Option<(Range<usize>, String, String)> {
    let allowed = |character: char| character.is_ascii_alphanumeric() || character == '_';
    if let Some((at, wrong)) = name.char_indices().find(|&(_, character)| !allowed(character) && character != '.') {
        let what = if wrong.is_whitespace() { "a blank".to_owned() } else { format!("`{wrong}`") };
        return Some((
            at..at + wrong.len_utf8(),
            format!("the package name has {what} in it"),
            "use only letters a to z, digits, `_` and the dots between the parts".to_owned(),
        ));
    }
    let (segments, least) = (name.split('.').count(), limits::PACKAGE_NAME_SEGMENTS_MIN.count());
    if segments < least {
        return Some((
            0..name.len(),
            format!("the package name `{name}` has no dot in it"),
            "write the whole name as the app's build file has it, such as `com.example.shop`".to_owned(),
        ));
    }
    let mut start = 0;
    for segment in name.split('.') {
        let wrong_start = !segment.starts_with(|first: char| first.is_ascii_alphabetic());
        if wrong_start {
            // An empty part is between two dots, or beside one at an edge.
            let end = (start + segment.chars().next().map_or(1, char::len_utf8)).min(name.len());
            let range = if start == end { start - 1..end } else { start..end };
            let message = "a part of the package name does not start with a letter".to_owned();
            return Some((range, message, "start every part between the dots with a letter from a to z".to_owned()));
        }
        start += segment.len() + 1;
    }
    let most = limits::PACKAGE_NAME_LENGTH.count();
    (name.len() > most).then(|| {
        let message = format!("the package name has {} of {} characters", number(name.len()), number(most));
        (most..name.len(), message, "write the name of the app as its build file has it".to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_apps_are_taken() {
        for name in ["com.example.shop", "a.b", "com.Example_1.shop2"] {
            assert_eq!(mistake(name), None, "{name}");
        }
    }

    #[test]
    fn the_first_mistake_is_marked() {
        let long = format!("com.{}", "a".repeat(230));
        for (name, range) in [
            ("shop", 0..4),
            ("com.example-shop", 11..12),
            ("com.exämple", 6..8),
            ("com.example shop", 11..12),
            ("com.1shop", 4..5),
            ("com._shop", 4..5),
            ("com..shop", 4..5),
            (".com.shop", 0..1),
            ("com.shop.", 8..9),
            (long.as_str(), 224..234),
        ] {
            assert_eq!(mistake(name).map(|(range, _, _)| range), Some(range), "{name}");
        }
    }
}
