//! `languages`: which languages the team writes, in which ones a template has to be, and what stands in for another.

use std::collections::HashSet;

use crate::rules::identity::language::meant;
use crate::syntax::NodeId;
use crate::template::object::Reader;
use crate::template::{Field, Leaf};
use crate::text::wording::any_of;

use super::{ConfigError, error, section};

/// The section `languages`.
///
/// ```yaml
/// languages:
///   source: en_US                    # the others are compared with it
///   required: [en_US, es, pt_BR]     # every template has to have them
///   fallback:                        # what your sender does for a reader of another language
///     es_MX: es
///     pt_PT: [pt_BR, en_US]
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Languages {
    /// The language that texts are written in first.
    pub source: Option<String>,
    /// The languages that every template has to have.
    pub required: Vec<String>,
    /// What the sender uses where a language is missing, in this order.
    pub fallback: Vec<(String, Vec<String>)>,
}

impl Languages {
    /// Reads languages over those that are there.
    pub(super) fn read(&mut self, reader: &mut Reader<'_>, field: &Field, errors: &mut Vec<ConfigError>) {
        let Some(fields) = section::fields(reader, field, "`languages`") else { return };
        let source = fields.get("source").and_then(|field| reader.leaf(field, "a language code"));
        if let Some(source) = source.and_then(|leaf| code(&leaf, errors)) {
            self.source = Some(source);
        }
        if let Some(items) = fields.get("required").and_then(|field| reader.list(field, "a list of language codes")) {
            self.required = codes(reader, &items, errors);
        }
        if let Some(field) = fields.get("fallback").filter(|field| !reader.tree.is_absent(field.value)) {
            self.fallbacks(reader, field, errors);
        }
    }

    fn fallbacks(&mut self, reader: &mut Reader<'_>, field: &Field, errors: &mut Vec<ConfigError>) {
        let Some(entries) = reader.tree.entries(field.value) else {
            reader.wrong_type(field, "languages with their fallbacks, such as `es_MX: es`");
            return;
        };
        let mut places = Vec::new();
        for &(key, value) in entries {
            let items: Vec<NodeId> = match (reader.tree.items(value), reader.scalar(value)) {
                (Some(items), _) => items.to_vec(),
                (None, Some(_)) if !reader.tree.is_absent(value) => vec![value],
                _ => {
                    reader.misfit_type(value, "the fallback".to_owned(), "a language code, or a list of them");
                    continue;
                }
            };
            let to = codes(reader, &items, errors);
            if let Some(from) = reader.scalar(key).and_then(|leaf| code(&leaf, errors)) {
                places.push((from.clone(), reader.tree.span(key)));
                self.fallback.retain(|(known, _)| *known != from);
                self.fallback.push((from, to));
            }
        }
        for (from, span) in places {
            if self.chain_from(&from).contains(&from) {
                errors.push(error(span, format!("the fallbacks of `{from}` lead back to `{from}`")));
            }
        }
    }

    /// What is tried for a language that is not there, in order: its fallbacks, and their fallbacks.
    pub fn chain(&self, code: &str) -> Vec<String> {
        self.chain_from(code).into_iter().filter(|other| other != code).collect()
    }

    fn chain_from(&self, code: &str) -> Vec<String> {
        let (mut chain, mut waiting) = (Vec::new(), vec![code]);
        let mut asked: HashSet<&str> = HashSet::new();
        while let Some(next) = waiting.pop() {
            if asked.insert(next) {
                let to = self.fallback.iter().find(|(from, _)| from == next).map(|(_, to)| to.as_slice());
                let to = to.unwrap_or_default();
                chain.extend(to.iter().filter(|to| !chain.contains(*to)).cloned().collect::<Vec<_>>());
                waiting.extend(to.iter().rev().map(String::as_str));
            }
        }
        chain
    }
}

fn codes(reader: &mut Reader<'_>, items: &[NodeId], errors: &mut Vec<ConfigError>) -> Vec<String> {
    let mut found = Vec::new();
    for &item in items {
        match reader.scalar(item) {
            Some(leaf) => found.extend(code(&leaf, errors).filter(|code| !found.contains(code))),
            None => reader.misfit_type(item, "a language".to_owned(), "a code, such as `es` or `pt_BR`"),
        }
    }
    found
}

fn code(leaf: &Leaf, errors: &mut Vec<ConfigError>) -> Option<String> {
    let written = leaf.value.trim();
    match known_or_likely(written) {
        Ok(()) => Some(written.to_owned()),
        Err(message) => {
            errors.push(error(leaf.span, message));
            None
        }
    }
}

/// A code of Meta's list. One that only looks like a code may have been added since the list was read.
pub(super) fn known_or_likely(written: &str) -> Result<(), String> {
    meant(written).map_err(|right| {
        let named: Vec<String> = right.iter().map(|code| format!("`{code}`")).collect();
        let hint = if named.is_empty() { String::new() } else { format!("; did you mean {}?", any_of(&named)) };
        format!("`{written}` is not one of Meta's language codes{hint}")
    })
}
