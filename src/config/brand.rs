//! `brand`: how the names of the business are written.

use std::sync::Arc;

use crate::template::Field;
use crate::template::object::Reader;
use crate::text::BrandWords;

use super::section;
use super::{ConfigError, error};

/// The section `brand`.
///
/// ```yaml
/// brand:
///   words: [WaLint, "Café Aurora"]
/// ```
#[derive(Clone, Debug, Default)]
pub struct Brand {
    /// The names, ready to be looked for.
    pub words: Arc<BrandWords>,
}

impl PartialEq for Brand {
    fn eq(&self, other: &Self) -> bool {
        self.words.written() == other.words.written()
    }
}

impl Eq for Brand {}

impl Brand {
    pub(super) fn read(&mut self, reader: &mut Reader<'_>, field: &Field, errors: &mut Vec<ConfigError>) {
        let Some(fields) = section::fields(reader, field, "`brand`") else { return };
        let Some(items) = fields.get("words").and_then(|field| reader.list(field, "a list of names")) else { return };
        let mut words = Vec::new();
        for item in items {
            let Some(leaf) = reader.scalar(item) else {
                reader.misfit_type(item, "a brand word".to_owned(), "a name, such as `WaLint`");
                continue;
            };
            let word = leaf.value.split_whitespace().collect::<Vec<_>>().join(" ");
            if word.chars().filter(|character| character.is_alphanumeric()).count() < 2 {
                let message = "a brand word has two letters or more; a shorter one is found in other words";
                errors.push(error(leaf.span, message.to_owned()));
            } else {
                words.push(word);
            }
        }
        self.words = Arc::new(BrandWords::new(words));
    }
}
