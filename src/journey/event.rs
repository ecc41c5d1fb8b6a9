//! One event of a journey: when, who, and what.

use jiff::Timestamp;

use crate::syntax::{NodeId, Span};
use crate::template::{Category, Field, Fields, Leaf};
use crate::windows::{Account, Contact, Event, Inbound, Kind, Outbound};

use super::lower::time;
use super::values::Values;
use super::{Message, Parameters, setup};

pub(crate) const EVENT_KEYS: &[&str] = &[
    "t",
    "dir",
    "kind",
    "category",
    "template",
    "language",
    "parameters",
    "text",
    "entry",
    "device",
    "delivered",
    "via",
];
pub(crate) const CATEGORIES: &[&str] = &["marketing", "utility", "authentication"];
pub(crate) const CHANNELS: &[&str] = &["business_app", "cloud_api"];
/// What a message can be; all but three are treated alike.
pub(crate) const KINDS: &[&str] = &[
    "text",
    "template",
    "call",
    "reaction",
    "image",
    "audio",
    "video",
    "document",
    "sticker",
    "location",
    "contacts",
    "interactive",
    "button",
    "order",
    "media",
];

/// Reads an event; nothing where it can not be followed.
pub(super) fn message(
    values: &mut Values<'_, '_>,
    node: NodeId,
    account: &Account,
    start: Option<Timestamp>,
) -> Option<Message> {
    let key = values.reader.first_key(node);
    let fields = values.reader.fields(node, "an event", EVENT_KEYS);
    let template = values.leaf(&fields, "template");
    let time_leaf = values.leaf(&fields, "t");
    if time_leaf.is_none() {
        values.missing(key, "an event without `t`", "add when it happens: `t: 2026-11-02T09:00Z` or `t: +2h`");
    }
    let dir = values.choice(&fields, "dir", &["in", "out"]);
    if fields.get("dir").is_none() {
        values.missing(key, "an event without `dir`", "add `dir: in` for what the person writes, `dir: out` for you");
    }
    let contact = match dir {
        Some("in") => Some(Contact::In(inbound(values, &fields))),
        Some(_) => outbound(values, &fields, key, template.is_some()).map(Contact::Out),
        None => None,
    };
    let (time_leaf, contact) = (time_leaf?, contact);
    let at = time(values, time_leaf.clone(), account, start)?;
    Some(Message {
        time: time_leaf,
        event: Event { at, contact: contact? },
        template,
        category: values.leaf(&fields, "category"),
        language: values.leaf(&fields, "language"),
        parameters: fields.get("parameters").and_then(|field| parameters(values, field)),
        text: values.leaf(&fields, "text"),
    })
}

fn inbound(values: &mut Values<'_, '_>, fields: &Fields) -> Inbound {
    let kind = match values.choice(fields, "kind", KINDS) {
        Some("call") => Kind::Call,
        Some("reaction") => Kind::Reaction,
        _ => Kind::Message,
    };
    Inbound { kind, by_entry_point: setup::by_entry_point(values, fields) }
}

fn outbound(values: &mut Values<'_, '_>, fields: &Fields, key: Span, names_template: bool) -> Option<Outbound> {
    let category = match values.choice(fields, "category", CATEGORIES) {
        Some("marketing") => Some(Category::Marketing),
        Some("utility") => Some(Category::Utility),
        Some(_) => Some(Category::Authentication),
        None => None,
    };
    let delivered = values.yes(fields, "delivered").unwrap_or(true);
    let via = values.choice(fields, "via", CHANNELS);
    let kind = values.choice(fields, "kind", KINDS);
    let is_template = kind == Some("template") || kind.is_none() && (names_template || category.is_some());
    if via == Some("business_app") {
        return Some(Outbound::App);
    }
    if !is_template {
        return Some(Outbound::FreeForm { delivered });
    }
    if category.is_none() && !names_template && fields.get("category").is_none() {
        let help = "add `template:` with the name of one, or `category:`";
        values.missing(key, "a template without its name or category", help);
        return None;
    }
    Some(Outbound::Template { category, delivered })
}

fn parameters(values: &mut Values<'_, '_>, field: &Field) -> Option<Parameters> {
    let tree = values.reader.tree;
    if let Some(items) = tree.items(field.value) {
        return Some(Parameters { key: field.key, count: items.len(), names: None });
    }
    if let Some(entries) = tree.entries(field.value) {
        let names: Vec<Leaf> = entries.iter().filter_map(|(name, _)| values.reader.scalar(*name)).collect();
        return Some(Parameters { key: field.key, count: entries.len(), names: Some(names) });
    }
    if !tree.is_absent(field.value) {
        values.reader.wrong_type(field, "a list of values, or values by name");
    }
    None
}
