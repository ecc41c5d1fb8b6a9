//! Values of a closed list, numbers, and yes or no, each with what to write where it is none.

use crate::syntax::Span;
use crate::template::object::Reader;
use crate::template::{Field, Fields, Leaf};
use crate::text::similar::nearest;
use crate::text::wording::any_of;

use super::Slip;

/// Reads the values of a group of keys, and collects what can not be followed.
pub(super) struct Values<'r, 't> {
    pub reader: &'r mut Reader<'t>,
    pub slips: &'r mut Vec<Slip>,
}

impl Values<'_, '_> {
    pub fn leaf(&mut self, fields: &Fields, name: &str) -> Option<Leaf> {
        fields.get(name).and_then(|field| self.reader.leaf(field, "a text"))
    }

    /// A value of a closed list, as it is known.
    pub fn choice(&mut self, fields: &Fields, name: &str, known: &[&'static str]) -> Option<&'static str> {
        let leaf = self.leaf(fields, name)?;
        let written = leaf.value.trim();
        if let Some(found) = known.iter().find(|value| value.eq_ignore_ascii_case(written)) {
            return Some(found);
        }
        let quoted: Vec<String> = known.iter().map(|value| format!("`{value}`")).collect();
        let help = match nearest(written, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write {}", any_of(&quoted)),
        };
        self.wrong(leaf.clone(), format!("`{name}` can not be `{written}`"), help);
        None
    }

    pub fn yes(&mut self, fields: &Fields, name: &str) -> Option<bool> {
        self.choice(fields, name, &["true", "false"]).map(|value| value == "true")
    }

    /// A whole number up to a limit.
    pub fn number(&mut self, fields: &Fields, name: &str, most: u32) -> Option<u32> {
        let leaf = self.leaf(fields, name)?;
        match leaf.value.trim().parse() {
            Ok(number) if number <= most => Some(number),
            _ => {
                let message = format!("`{name}` can not be `{}`", leaf.value.trim());
                self.wrong(leaf, message, format!("write a whole number from 0 to {most}"));
                None
            }
        }
    }

    pub fn wrong(&mut self, leaf: Leaf, message: String, help: impl Into<String>) {
        self.slips.push(Slip { at: Ok(leaf), message, help: help.into() });
    }

    pub fn missing(&mut self, key: Span, message: impl Into<String>, help: impl Into<String>) {
        self.slips.push(Slip { at: Err(key), message: message.into(), help: help.into() });
    }

    /// The keys of a mapping; a misfit where it is none, nothing where it is not there.
    pub fn group(&mut self, field: &Field, within: &'static str, known: &[&'static str]) -> Option<Fields> {
        if self.reader.tree.is_absent(field.value) {
            return None;
        }
        if !self.reader.is_mapping(field.value) {
            self.reader.wrong_type(field, "a group of keys");
            return None;
        }
        Some(self.reader.fields(field.value, within, known))
    }
}
