//! A button of a type that Meta does not know, or does not take here.

use super::shared;
use crate::policy::{Part, Standing};
use crate::rules::prelude::*;
use crate::text::similar::nearest;

/// `buttons/unknown-type`
pub struct UnknownType;

impl Rule for UnknownType {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        let Some(leaf) = button.kind_leaf.as_ref().filter(|leaf| !leaf.value.trim().is_empty()) else { return };
        match shared::part(button) {
            None => unknown(leaf, cx),
            Some(part) => known(leaf, part, cx),
        }
    }
}

/// Meta adds button types now and then, so one that is not listed is only a warning.
fn unknown(leaf: &Leaf, cx: &mut Context<'_>) {
    let written = &leaf.value;
    let near = nearest(written, names()).or_else(|| names().find(|name| is_half_of(written, name)));
    let edits = near.map(|name| cx.replace(leaf, 0..written.len(), name));
    let finding = cx.report(cx.leaf(leaf), format!("no button has the type `{written}`"));
    match (near, edits) {
        (Some(name), Some(edits)) if folded(written) == folded(name) => {
            finding.help(format!("write `{name}`")).safe_fix(format!("write `{name}`"), edits);
        }
        (Some(name), Some(edits)) => {
            finding.help(format!("did you mean `{name}`?")).unsafe_fix(format!("write `{name}`"), edits);
        }
        _ => {
            finding.help("the usual ones are `QUICK_REPLY`, `URL` and `PHONE_NUMBER`");
        }
    }
}

fn names() -> impl Iterator<Item = &'static str> {
    let offered = policy::BUTTON_TYPES.iter().filter(|part| part.standing == Standing::Documented);
    offered.map(|part| part.name)
}

/// Whether a type was cut short: `PHONE` for `PHONE_NUMBER`, `REPLY` for `QUICK_REPLY`.
fn is_half_of(written: &str, name: &str) -> bool {
    name.split('_').any(|half| half.len() > 3 && half.eq_ignore_ascii_case(written.trim()))
}

/// A type without the differences that people make by habit.
fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn known(leaf: &Leaf, part: &Part, cx: &mut Context<'_>) {
    let name = part.name;
    let (message, help) = match part.standing {
        Standing::Refused => (format!("a {name} can not be a button"), part.note),
        Standing::Undocumented => (
            format!("{name} buttons are not in Meta's documentation"),
            "make sure that your account can use them; most accounts can not",
        ),
        Standing::ReadOnly if cx.template().is_some_and(Template::is_from_library) => return,
        Standing::ReadOnly => (format!("a template of your own can not have a {name} button"), part.note),
        Standing::Documented | Standing::Dead => return,
    };
    let finding = cx.report(cx.leaf(leaf), message).help(sentence(help));
    if part.standing == Standing::Refused {
        finding.severity(Severity::Error).confidence(Confidence::High);
    }
}

/// A note of the policy data as a help text: no capital letter in front, no full stop at the end.
fn sentence(note: &str) -> String {
    let mut letters = note.trim_end_matches('.').chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}
