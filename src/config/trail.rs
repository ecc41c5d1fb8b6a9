//! Where each value of a configuration comes from.

use crate::syntax::{NodeId, NodeKind, Style, Tree};
use crate::template::{Field, Fields};

use super::keys::{self, Key, Merge};
use super::place::{Here, Place};

/// A value that somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// `languages.source`, `rules.formatting`; the name of the list for an entry of one.
    pub name: String,
    /// As YAML on one line.
    pub value: String,
    /// Where it is written.
    pub place: Place,
    /// What it took the place of, the last one first.
    pub replaced: Vec<(String, Place)>,
}

/// All values, in the order of the table of keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    settings: Vec<Setting>,
}

impl Trail {
    /// The values of a key: one, those of its entries, or none.
    pub fn of(&self, key: &Key) -> impl Iterator<Item = &Setting> {
        let within =
            move |name: &str| name.strip_prefix(key.name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        self.settings.iter().filter(move |setting| within(&setting.name))
    }

    /// Adds what a file says to what the files say that it extends.
    pub(super) fn add(&mut self, tree: &Tree, fields: &Fields, here: &Here<'_>) {
        for field in &fields.0 {
            match keys::by_name(&field.name) {
                Some(key) => self.add_key(key, tree, field, here),
                None => self.add_section(&field.name, tree, field, here),
            }
        }
    }

    fn add_section(&mut self, section: &str, tree: &Tree, field: &Field, here: &Here<'_>) {
        for &(name, value) in tree.entries(field.value).unwrap_or(&[]) {
            let full = format!("{section}.{}", tree.scalar(name).map_or("", |name| name));
            if let Some(key) = keys::by_name(&full) {
                self.add_key(key, tree, &Field { name: full.into(), key: tree.span(name), value }, here);
            }
        }
    }

    fn add_key(&mut self, key: &Key, tree: &Tree, field: &Field, here: &Here<'_>) {
        if tree.is_absent(field.value) {
            return;
        }
        let items = tree.items(field.value);
        match key.merge {
            Merge::Replace => self.put(key.name.to_owned(), tree, field.value, here),
            Merge::ByKey => {
                for &(name, value) in tree.entries(field.value).unwrap_or(&[]) {
                    let own = tree.scalar(name).map_or("", |name| name);
                    self.put(format!("{}.{own}", key.name), tree, value, here);
                }
            }
            Merge::Behind => {
                for &item in items.unwrap_or(std::slice::from_ref(&field.value)) {
                    self.settings.push(setting(key.name.to_owned(), tree, item, here));
                }
            }
        }
    }

    fn put(&mut self, name: String, tree: &Tree, value: NodeId, here: &Here<'_>) {
        let mut new = setting(name, tree, value, here);
        if let Some(at) = self.settings.iter().position(|known| known.name == new.name) {
            let old = self.settings.remove(at);
            new.replaced.push((old.value, old.place));
            new.replaced.extend(old.replaced);
        }
        self.settings.push(new);
    }
}

fn setting(name: String, tree: &Tree, value: NodeId, here: &Here<'_>) -> Setting {
    let first = tree.entries(value).and_then(|entries| entries.first()).map_or(value, |(key, _)| *key);
    Setting { name, value: flow(tree, value), place: here.place(tree.span(first)), replaced: Vec::new() }
}

/// A value as YAML on one line.
fn flow(tree: &Tree, node: NodeId) -> String {
    match &tree.node(node).kind {
        NodeKind::Scalar { value, style } => scalar(value, *style == Style::Plain),
        NodeKind::Sequence(items) => {
            let items: Vec<String> = items.iter().map(|item| flow(tree, *item)).collect();
            format!("[{}]", items.join(", "))
        }
        NodeKind::Mapping(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|(key, value)| format!("{}: {}", flow(tree, *key), flow(tree, *value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// A text in quotes where it needs them. What was written without them at the end of a line may need them in a list.
fn scalar(value: &str, is_plain: bool) -> String {
    let safe = |character: char| character.is_alphanumeric() || " _./+()'-".contains(character);
    let starts_well = value.starts_with(|first: char| first.is_alphanumeric() || first == '.' || first == '/');
    let is_text = is_plain || value.starts_with(char::is_alphabetic);
    let reserved = ["true", "false", "null", "yes", "no", "on"].iter().any(|word| value.eq_ignore_ascii_case(word));
    if value.chars().all(safe) && starts_well && value.trim() == value && is_text && (is_plain || !reserved) {
        value.to_owned()
    } else {
        serde_json::Value::from(value).to_string()
    }
}
