//! From a tree to a journey. Goes on after every mistake.

use jiff::Timestamp;

use crate::finding::FileId;
use crate::policy::windows::REGIMES;
use crate::syntax::{NodeId, Tree};
use crate::template::object::Reader;
use crate::template::{Category, Field, Fields, Leaf};
use crate::windows::{Account, Contact, Event, Inbound, Kind, Outbound};

use super::time::{NoTime, moment};
use super::values::Values;
use super::{Journey, Message, Parameters, setup};

/// What keys of a journey file stand in. Meta never sees them.
pub const GROUPS: &[&str] = &["a journey", "an event", "`config`"];
const KEYS: &[&str] =
    &["kind", "id", "title", "market", "start", "config", "events", "expected", "source", "confidence", "notes"];
const EVENT_KEYS: &[&str] = &[
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
const CATEGORIES: &[&str] = &["marketing", "utility", "authentication"];
const CHANNELS: &[&str] = &["business_app", "cloud_api"];
/// What a message can be; all but three are treated alike.
const KINDS: &[&str] = &[
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

/// Whether a mapping says that it is a journey, or has the events of one.
pub fn is_journey(tree: &Tree, node: NodeId) -> bool {
    let value = |node, name: &str| {
        let entries = tree.entries(node)?;
        entries.iter().find(|(key, _)| tree.scalar(*key).is_some_and(|key| &**key == name)).map(|(_, value)| *value)
    };
    let says_so = value(node, "kind").and_then(|kind| tree.scalar(kind)).is_some_and(|kind| kind.trim() == "journey");
    let first = value(node, "events").and_then(|events| tree.items(events)?.first().copied());
    says_so || first.is_some_and(|event| value(event, "t").is_some() && value(event, "dir").is_some())
}

/// Reads a journey.
pub(crate) fn lower(file: FileId, reader: &mut Reader<'_>, node: NodeId) -> Journey {
    let key = reader.first_key(node);
    let fields = reader.fields(node, "a journey", KEYS);
    let mut slips = Vec::new();
    let mut values = Values { reader, slips: &mut slips };
    let config = fields.get("config").and_then(|field| values.group(field, "`config`", setup::KEYS));
    let config = config.unwrap_or_default();
    let account = setup::account(&mut values, &config);
    let by_entry_point = setup::by_entry_point(&mut values, &config);
    let start = values.leaf(&fields, "start").and_then(|leaf| time(&mut values, leaf, &account, None));
    let mut messages = messages(&mut values, &fields, &account, start);
    if by_entry_point {
        enter(&mut messages);
    }
    if let (true, None) = (slips_are_none(&values), fields.get("events")) {
        values.missing(key, "a journey without `events`", "add `events:`, a list of what happens and when");
    }
    Journey {
        file,
        key,
        id: values.leaf(&fields, "id"),
        title: values.leaf(&fields, "title"),
        market: values.leaf(&fields, "market").or_else(|| values.leaf(&config, "market")),
        account,
        messages,
        slips,
    }
}

fn slips_are_none(values: &Values<'_, '_>) -> bool {
    values.slips.is_empty()
}

fn messages(values: &mut Values<'_, '_>, fields: &Fields, account: &Account, start: Option<Timestamp>) -> Vec<Message> {
    let events = fields.get("events").and_then(|field| values.reader.list(field, "a list of events"));
    let mut messages = Vec::new();
    for node in events.unwrap_or_default() {
        if values.reader.is_mapping(node) {
            messages.extend(message(values, node, account, start));
        } else {
            values.reader.misfit_type(node, "an event".to_owned(), "its keys, such as `{t: +1h, dir: in}`");
        }
    }
    messages
}

/// `entry` in the configuration is about the first thing the person does.
fn enter(messages: &mut [Message]) {
    let inbound = messages.iter_mut().filter(|message| !message.event.is_out());
    if let Some(first) = inbound.min_by_key(|message| message.event)
        && let Contact::In(inbound) = &mut first.event.contact
    {
        inbound.by_entry_point = true;
    }
}

fn message(values: &mut Values<'_, '_>, node: NodeId, account: &Account, start: Option<Timestamp>) -> Option<Message> {
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

fn outbound(
    values: &mut Values<'_, '_>,
    fields: &Fields,
    key: crate::syntax::Span,
    names_template: bool,
) -> Option<Outbound> {
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

fn time(values: &mut Values<'_, '_>, leaf: Leaf, account: &Account, start: Option<Timestamp>) -> Option<Timestamp> {
    let written = leaf.value.trim().to_owned();
    let at = match moment(&written, &account.zone, start) {
        Ok(at) => at,
        Err(NoTime::Unreadable) => {
            let help = "write `2026-11-02T09:00Z`, `2026-11-02 09:00`, or `+26h` from `start`";
            values.wrong(leaf, format!("`{written}` is no time"), help);
            return None;
        }
        Err(NoTime::NoStart) => {
            let help = "add `start: 2026-11-02T09:00` beside `events`";
            values.wrong(leaf, format!("`{written}` counts from the start, and the journey has no `start`"), help);
            return None;
        }
    };
    let first = REGIMES.first().map(|fact| fact.from);
    if account.regime.is_none() && first.is_some_and(|first| account.day(at) < first) {
        let message = format!("`{written}` is before the oldest pricing rules that walint knows");
        let help = "choose a later time, or name the rules: `regime: R1` under `config`";
        values.wrong(leaf, message, help);
        return None;
    }
    Some(at)
}
