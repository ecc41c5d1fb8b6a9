//! From a tree to a journey. Goes on after every mistake.

use jiff::Timestamp;

use crate::finding::FileId;
use crate::policy::windows::REGIMES;
use crate::syntax::{NodeId, Tree};
use crate::template::object::Reader;
use crate::template::{Fields, Leaf, Misfit};
use crate::windows::{Account, Contact};

use super::time::{NoTime, moment};
use super::values::Values;
use super::{Journey, Message, event, setup};

/// What keys of a journey file stand in. Meta never sees them.
pub const GROUPS: &[&str] = &["a journey", "an event", "`config`"];
pub(crate) const KEYS: &[&str] =
    &["kind", "id", "title", "market", "start", "config", "events", "expected", "source", "confidence", "notes"];
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
    let known_misfits = reader.misfits.len();
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
    if fields.get("events").is_none() {
        values.missing(key, "a journey without `events`", "add `events:`, a list of what happens and when");
    }
    let (title, id) = (values.leaf(&fields, "title"), values.leaf(&fields, "id"));
    let market = values.leaf(&fields, "market").or_else(|| values.leaf(&config, "market"));
    let misshapen = reader.misfits[known_misfits..].iter().any(|misfit| matches!(misfit, Misfit::WrongType { .. }));
    let can_be_followed = slips.is_empty() && !misshapen;
    Journey { file, key, id, title, market, account, messages, slips, can_be_followed }
}

fn messages(values: &mut Values<'_, '_>, fields: &Fields, account: &Account, start: Option<Timestamp>) -> Vec<Message> {
    let events = fields.get("events").and_then(|field| values.reader.list(field, "a list of events"));
    let mut messages = Vec::new();
    for node in events.unwrap_or_default() {
        if values.reader.is_mapping(node) {
            messages.extend(event::message(values, node, account, start));
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

pub(super) fn time(
    values: &mut Values<'_, '_>,
    leaf: Leaf,
    account: &Account,
    start: Option<Timestamp>,
) -> Option<Timestamp> {
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
