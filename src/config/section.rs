//! What every section of the configuration is read with.

use std::sync::Arc;

use crate::template::object::Reader;
use crate::template::{Field, Fields};

/// The keys of a section; a mistake told, and nothing, where it is none.
pub(super) fn fields(
    reader: &mut Reader<'_>,
    section: &Field,
    within: &'static str,
    known: &[&'static str],
) -> Option<Fields> {
    if reader.tree.is_absent(section.value) {
        return None;
    }
    if !reader.is_mapping(section.value) {
        reader.wrong_type(section, "a group of keys");
        return None;
    }
    Some(reader.fields(section.value, within, known))
}

/// The texts of a list, each of which is `what` and `expected`.
pub(super) fn texts(
    reader: &mut Reader<'_>,
    list: Option<&Field>,
    what: &str,
    expected: &'static str,
) -> Vec<Arc<str>> {
    let items = list.and_then(|field| reader.list(field, "a list")).unwrap_or_default();
    let mut texts = Vec::new();
    for item in items {
        match reader.scalar(item) {
            Some(leaf) => texts.push(leaf.value),
            None => reader.misfit_type(item, what.to_owned(), expected),
        }
    }
    texts
}

/// A value that is `true` or `false`; not there, it is `false`.
pub(super) fn switch(reader: &mut Reader<'_>, field: Option<&Field>) -> bool {
    let Some(field) = field else { return false };
    let Some(leaf) = reader.leaf(field, EITHER) else { return false };
    match leaf.value.trim() {
        "true" => true,
        "false" => false,
        _ => {
            reader.wrong_type(field, EITHER);
            false
        }
    }
}

const EITHER: &str = "`true` or `false`";
