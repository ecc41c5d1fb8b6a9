//! What Meta documents in place of what it also takes, so that one meaning has one form.

use crate::template::HeaderFormat;

use super::example::{self, SamplesOf};
use super::typing::SAMPLES;
use super::value::{Kind, Node, find, sorted};

const FIRST: &[&str] = &["type", "format", "text", "example", "media"];
const FIRST_OF_BUTTON: &[&str] = &["type", "otp_type", "text", "autofill_text", "url", "phone_number", "example"];

/// A component with what Meta documents in place of what it also takes, its keys in their usual order.
pub(super) fn normal(component: &Node) -> Node {
    let Some(entries) = component.entries() else { return component.clone() };
    let kind = find(entries, "type").and_then(Node::as_text).map(|kind| kind.trim().to_uppercase()).unwrap_or_default();
    let mut entries: Vec<(String, Node)> =
        entries.iter().map(|(key, value)| (key.clone(), normal_value(&kind, key, value, entries))).collect();
    if kind == "HEADER" && find(&entries, "format").is_none() && find(&entries, "text").is_some() {
        entries.push(("format".to_owned(), Node::text("TEXT")));
    }
    if kind == "LIMITED_TIME_OFFER" && find(&entries, "limited_time_offer").is_none() && entries.len() > 1 {
        let (typed, rest): (Vec<_>, Vec<_>) = entries.into_iter().partition(|(key, _)| key == "type");
        entries = typed;
        entries.push(("limited_time_offer".to_owned(), component.with(Kind::Map(rest))));
    }
    component.with_notes(Kind::Map(sorted(entries, FIRST, &[])))
}

fn normal_value(kind: &str, key: &str, value: &Node, siblings: &[(String, Node)]) -> Node {
    match (kind, key) {
        (_, "type") if !kind.is_empty() => value.with_notes(Kind::Text(kind.to_owned())),
        ("HEADER", SAMPLES) => example::normal(value, of_header(siblings)),
        ("BODY", SAMPLES) => example::normal(value, SamplesOf::Body),
        ("BUTTONS", "buttons") => each(value, normal_button),
        ("CAROUSEL", "cards") => each(value, normal_card),
        ("LIMITED_TIME_OFFER", "limited_time_offer") => match value.entries() {
            Some(entries) => value.with_notes(Kind::Map(sorted(entries.to_vec(), FIRST, &[]))),
            None => value.clone(),
        },
        _ => value.clone(),
    }
}

fn each(list: &Node, change: impl Fn(&Node) -> Node) -> Node {
    match list.items() {
        Some(items) => list.with_notes(Kind::List(items.iter().map(change).collect())),
        None => list.clone(),
    }
}

/// The sample of a link is a list of one.
fn normal_button(button: &Node) -> Node {
    let Some(entries) = button.entries() else { return button.clone() };
    let listed = |(key, value): &(String, Node)| {
        let alone = key == SAMPLES && value.as_text().is_some() && opens_url(button);
        (
            key.clone(),
            if alone { value.with_notes(Kind::List(vec![value.with(value.kind.clone())])) } else { value.clone() },
        )
    };
    let entries = entries.iter().map(listed).collect();
    button.with_notes(Kind::Map(sorted(entries, FIRST_OF_BUTTON, &[])))
}

pub(super) fn normal_card(card: &Node) -> Node {
    let Some(entries) = card.entries() else { return card.clone() };
    let components = |(key, value): &(String, Node)| {
        (key.clone(), if key == "components" { each(value, normal) } else { value.clone() })
    };
    card.with_notes(Kind::Map(sorted(entries.iter().map(components).collect(), &[], &["components"])))
}

pub(super) fn opens_url(button: &Node) -> bool {
    button.get("type").and_then(Node::as_text).is_some_and(|kind| kind.trim().eq_ignore_ascii_case("URL"))
}

pub(super) fn of_header(entries: &[(String, Node)]) -> SamplesOf {
    let format = find(entries, "format").and_then(Node::as_text).and_then(HeaderFormat::from_name);
    if format.is_some_and(HeaderFormat::is_media) { SamplesOf::Media } else { SamplesOf::Header }
}
