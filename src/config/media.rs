//! `media`: the files that templates name.

use crate::template::Field;
use crate::template::object::Reader;

use super::section;

/// The section `media`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Media {
    /// Whether files beside the templates that no template names are told.
    pub unreferenced: bool,
}

impl Media {
    pub(super) fn read(&mut self, reader: &mut Reader<'_>, field: &Field) {
        let Some(fields) = section::fields(reader, field, "`media`") else { return };
        self.unreferenced = section::switch(reader, fields.get("unreferenced")).unwrap_or(self.unreferenced);
    }
}
