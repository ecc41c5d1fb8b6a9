//! What every section of the configuration is read with.

use std::sync::Arc;

use crate::syntax::NodeId;
use crate::template::object::Reader;
use crate::template::{Field, Fields};

use super::keys;

/// The keys of a section; a mistake told, and nothing, where it is none.
pub(super) fn fields(reader: &mut Reader<'_>, section: &Field, within: &'static str) -> Option<Fields> {
    if reader.tree.is_absent(section.value) {
        return None;
    }
    if !reader.is_mapping(section.value) {
        reader.wrong_type(section, "a group of keys");
        return None;
    }
    let known = keys::known(within.trim_matches('`'));
    Some(reader.fields(section.value, within, &known))
}

/// The texts of a list, each of which is `what` and `expected`; nothing where there is no list.
pub(super) fn texts(
    reader: &mut Reader<'_>,
    list: Option<&Field>,
    what: &str,
    expected: &'static str,
) -> Option<Vec<Arc<str>>> {
    let items = list.and_then(|field| reader.list(field, "a list"))?;
    let mut texts = Vec::new();
    for item in items {
        match reader.scalar(item) {
            Some(leaf) => texts.push(leaf.value),
            None => reader.misfit_type(item, what.to_owned(), expected),
        }
    }
    Some(texts)
}

/// The items of a list whose entries are groups of keys. An item that is none is told: `what` has to be `expected`.
pub(super) fn groups(
    reader: &mut Reader<'_>,
    list: &Field,
    written: &'static str,
    what: &str,
    expected: &'static str,
) -> Vec<NodeId> {
    let mut items = reader.list(list, written).unwrap_or_default();
    items.retain(|item| {
        let is_group = reader.is_mapping(*item);
        if !is_group {
            reader.misfit_type(*item, what.to_owned(), expected);
        }
        is_group
    });
    items
}

/// A value that is `true` or `false`.
pub(super) fn switch(reader: &mut Reader<'_>, field: Option<&Field>) -> Option<bool> {
    let leaf = reader.leaf(field?, EITHER)?;
    match leaf.value.trim() {
        "true" => Some(true),
        "false" => Some(false),
        _ => {
            reader.wrong_type(field?, EITHER);
            None
        }
    }
}

const EITHER: &str = "`true` or `false`";
