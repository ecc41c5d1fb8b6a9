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
    pub(super) fn read(reader: &mut Reader<'_>, field: &Field) -> Self {
        let Some(fields) = section::fields(reader, field, "`media`", &["unreferenced"]) else { return Self::default() };
        let unreferenced = section::switch(reader, fields.get("unreferenced"));
        Self { unreferenced }
    }
}
