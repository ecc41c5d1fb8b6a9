//! A button that opens a form, and does not say which.

use super::shared;
use crate::rules::buttons::shared::place;
use crate::rules::choice;
use crate::rules::prelude::*;
use crate::text::wording::any_of;

/// `commerce/flow`
pub struct Flow;

impl Rule for Flow {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        if !shared::is(button, ButtonKind::Flow, cx) {
            return;
        }
        which(button, cx);
        let action = button.fields.get("flow_action").and_then(|field| cx.scalar(field));
        match action.as_ref().map(|leaf| (leaf, leaf.value.trim().to_lowercase())) {
            Some((leaf, action)) if policy::part(policy::FLOW_ACTIONS, &action).is_none() => unknown_action(leaf, cx),
            Some((leaf, action)) => screen(button, leaf, &action, cx),
            None => {}
        }
    }
}

/// A flow is given by its number, its name or its content, and by one of them only.
fn which(button: &Button, cx: &mut Context<'_>) {
    let keys = policy::part(policy::BUTTON_TYPES, ButtonKind::Flow.name()).map_or(&[][..], |part| part.one_of);
    let given: Vec<&Field> =
        button.fields.0.iter().filter(|field| keys.contains(&&*field.name) && says(field, cx)).collect();
    let names: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    match given.as_slice() {
        [] => {
            let empty = keys.iter().find_map(|key| button.fields.get(key));
            let at = empty.map_or(place(button, cx), |field| cx.at(field.key));
            // Meta's own template library lists such buttons without a flow.
            cx.report(at, "this FLOW button does not say which flow it opens")
                .severity(Severity::Warning)
                .confidence(Confidence::Medium)
                .help(format!("add {}", any_of(&names)));
        }
        [only] => content(only, cx),
        [first, second, ..] => {
            let related = cx.at(first.key);
            cx.report(cx.at(second.key), format!("`{}` and `{}` both say which flow it is", first.name, second.name))
                .help(format!("keep one of {}", any_of(&names)))
                .related(related, "the flow is already given here");
        }
    }
}

/// Whether a key has a value of its own. `<flow_id>`, as Meta's examples write it, only stands for one.
fn says(field: &Field, cx: &Context<'_>) -> bool {
    let blank = |value: &str| value.is_empty() || (value.starts_with('<') && value.ends_with('>'));
    !cx.is_absent(field) && cx.scalar(field).is_none_or(|leaf| !blank(leaf.value.trim()))
}

fn content(field: &Field, cx: &mut Context<'_>) {
    if cx.scalar(field).is_none() {
        cx.report(cx.at(field.key), format!("`{}` is not a text", field.name)).help(match &*field.name {
            "flow_json" => "write the whole JSON of the flow as one text in quotes",
            _ => "write it as a text",
        });
    }
}

fn unknown_action(leaf: &Leaf, cx: &mut Context<'_>) {
    let names: Vec<&'static str> = policy::FLOW_ACTIONS.iter().map(|part| part.name).collect();
    let message = format!("no FLOW button has the action `{}`", leaf.value.trim());
    choice::unknown(leaf, message, &names, "write", cx);
}

fn screen(button: &Button, leaf: &Leaf, action: &str, cx: &mut Context<'_>) {
    let screen = button.fields.get("navigate_screen").filter(|field| says(field, cx));
    match (action, screen) {
        ("navigate", None) => {
            // Newer pages call it required, older ones take the first screen without it.
            cx.report(cx.leaf(leaf), "the action `navigate` does not say to which screen")
                .severity(Severity::Warning)
                .confidence(Confidence::Low)
                .help("add `navigate_screen` with the id of the first screen");
        }
        ("data_exchange", Some(field)) => {
            cx.report(cx.at(field.key), "with the action `data_exchange` your server chooses the screen")
                .severity(Severity::Warning)
                .confidence(Confidence::Low)
                .help("take `navigate_screen` out, or write `flow_action: navigate`");
        }
        _ => {}
    }
}
