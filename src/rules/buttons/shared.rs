//! What several rules about buttons ask.

use crate::finding::Place;
use crate::policy::Part;
use crate::rules::prelude::*;

/// What Meta says about the button's type, where that is a known one.
pub fn part(button: &Button) -> Option<&'static Part> {
    policy::part(policy::BUTTON_TYPES, &button.kind_leaf.as_ref()?.value)
}

/// The button as a place: its type, or what it has in place of one.
pub fn place(button: &Button, cx: &Context<'_>) -> Place {
    match &button.kind_leaf {
        Some(leaf) => cx.leaf(leaf),
        None => cx.at(button.key),
    }
}

/// Whether these are the buttons of the message, and not of a card.
pub fn of_message(buttons: &[Button], cx: &Context<'_>) -> bool {
    let message = cx.variant().and_then(|variant| variant.buttons.as_ref());
    message.is_some_and(|message| std::ptr::eq(message.list.as_slice(), buttons))
}

/// Where a value should stand that is not there, or is blank. Nothing where there is one, and nothing where something
/// of another kind stands, which is told as such.
pub fn missing(button: &Button, key: &str, value: Option<&Leaf>, cx: &Context<'_>) -> Option<Place> {
    match (value, button.fields.get(key)) {
        (Some(leaf), _) => leaf.value.trim().is_empty().then(|| cx.leaf(leaf)),
        (None, Some(field)) => {
            let absent = cx.file().is_some_and(|file| file.tree().is_absent(field.value));
            absent.then(|| cx.at(field.key))
        }
        (None, None) => Some(place(button, cx)),
    }
}

/// The buttons of one type.
pub fn all_of<'b>(buttons: &'b [Button], name: &str) -> Vec<&'b Button> {
    buttons.iter().filter(|button| part(button).is_some_and(|part| part.name == name)).collect()
}

/// Whether the label is written by the author, and not by Meta.
pub fn has_own_label(button: &Button) -> bool {
    part(button).is_none_or(|part| matches!(part.label, "required" | "optional"))
}
