//! The table for programs. Its shape is a contract: fields are added, never changed.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use crate::finding::Severity;
use crate::report::safe_json;
use crate::variants::{Cell, Difference, Matrix, Member, Row};

#[derive(Serialize)]
struct Document<'m> {
    version: u32,
    languages: &'m [&'m str],
    templates: Vec<TemplateEntry<'m>>,
}

#[derive(Serialize)]
struct TemplateEntry<'m> {
    name: &'m str,
    folder: &'m str,
    reference: &'m str,
    languages: BTreeMap<&'m str, CellEntry<'m>>,
}

#[derive(Serialize)]
#[serde(tag = "state", rename_all = "lowercase")]
enum CellEntry<'m> {
    Reference { file: &'m str },
    Present { file: &'m str, differences: Vec<DifferenceEntry<'m>> },
    Differs { file: &'m str, differences: Vec<DifferenceEntry<'m>> },
    Missing { required: bool, fallback: Option<&'m str> },
}

#[derive(Serialize)]
struct DifferenceEntry<'m> {
    rule: &'m str,
    severity: Severity,
    component: Option<&'m str>,
    message: &'m str,
}

/// Writes the table as one JSON object.
///
/// # Errors
/// What the writer says.
pub fn write_matrix_json(matrix: &Matrix<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let document = Document {
        version: 1,
        languages: &matrix.languages,
        templates: matrix.rows.iter().map(|row| template(matrix, row)).collect(),
    };
    safe_json::write(&document, out)
}

fn template<'m>(matrix: &'m Matrix<'m>, row: &'m Row<'m>) -> TemplateEntry<'m> {
    let languages = matrix.languages.iter().copied().zip(row.cells.iter().map(cell)).collect();
    let family = row.family;
    TemplateEntry { name: family.name, folder: &family.home, reference: family.reference().language, languages }
}

fn cell<'m>(cell: &'m Cell<'m>) -> CellEntry<'m> {
    let file = |member: &'m Member<'m>| member.file.source.path();
    match cell {
        Cell::Reference(member) => CellEntry::Reference { file: file(member) },
        Cell::Present(member, all) => CellEntry::Present { file: file(member), differences: differences(all) },
        Cell::Differs(member, all) => CellEntry::Differs { file: file(member), differences: differences(all) },
        Cell::Missing { required, fallback } => CellEntry::Missing { required: *required, fallback: *fallback },
    }
}

fn differences<'m>(all: &[&'m Difference<'m>]) -> Vec<DifferenceEntry<'m>> {
    let entry = |difference: &&'m Difference<'m>| DifferenceEntry {
        rule: difference.kind.rule(),
        severity: difference.weight(),
        component: difference.component,
        message: &difference.message,
    };
    all.iter().map(entry).collect()
}
