//! A button without a type.

use super::shared;
use crate::rules::prelude::*;

/// `buttons/type-missing`
pub struct TypeMissing;

impl Rule for TypeMissing {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        let Some(place) = shared::missing(button, "type", button.kind_leaf.as_ref(), cx) else { return };
        let help = match meant(button) {
            Some(name) => format!("add `type: {name}`"),
            None => "add a `type`, such as `QUICK_REPLY` or `URL`".to_owned(),
        };
        cx.report(place, "this button does not say what it does").help(help);
    }
}

/// The type that the button's other keys speak for: the only one that knows one of them.
fn meant(button: &Button) -> Option<&'static str> {
    let own: Vec<&str> = button.fields.0.iter().map(|field| &*field.name).collect();
    let telling = |field: &str| field != "text" && field != "example" && own.contains(&field);
    let mut types = policy::BUTTON_TYPES.iter().filter(|part| part.fields.iter().any(|field| telling(field)));
    match (types.next(), types.next()) {
        (Some(only), None) => Some(only.name),
        (None, _) if own.contains(&"text") => Some("QUICK_REPLY"),
        _ => None,
    }
}
