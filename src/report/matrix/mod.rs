//! The table of templates by languages.

mod human;
mod json;
mod markdown;

use crate::text::wording::counted;
use crate::variants::{Cell, Matrix, that_matter};

pub use human::write_matrix;
pub use json::write_matrix_json;
pub use markdown::write_matrix_markdown;

/// What stands in a cell of a table for people.
fn sign(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Reference(_) => "●".to_owned(),
        Cell::Present(..) => "✓".to_owned(),
        Cell::Differs(_, differences) => format!("≠{}", that_matter(differences)),
        Cell::Missing { required: true, .. } => "✗".to_owned(),
        Cell::Missing { fallback: Some(language), .. } => format!("→{language}"),
        Cell::Missing { .. } => "·".to_owned(),
    }
}

/// What the signs of the table mean, those that are in it.
fn legend(matrix: &Matrix<'_>) -> String {
    let has = |wanted: fn(&Cell<'_>) -> bool| matrix.rows.iter().flat_map(|row| &row.cells).any(wanted);
    let signs: [(bool, &str); 6] = [
        (has(|cell| matches!(cell, Cell::Reference(_))), "● the others are compared with it"),
        (has(|cell| matches!(cell, Cell::Present(..))), "✓ there"),
        (has(|cell| matches!(cell, Cell::Differs(..))), "≠ differs, in so many things (`walint check` says which)"),
        (has(|cell| matches!(cell, Cell::Missing { required: true, .. })), "✗ missing, and required"),
        (has(|cell| sign(cell).starts_with('→')), "→ missing, and replaced by that language"),
        (has(|cell| sign(cell) == "·"), "· missing"),
    ];
    signs.iter().filter(|(there, _)| *there).map(|(_, words)| *words).collect::<Vec<_>>().join("   ")
}

/// `3 templates in 2 languages; 1 variant differs, 1 required language is missing`.
fn summary(matrix: &Matrix<'_>) -> String {
    let cells = || matrix.rows.iter().flat_map(|row| &row.cells);
    let differ = cells().filter(|cell| matches!(cell, Cell::Differs(..))).count();
    let missing = cells().filter(|cell| matches!(cell, Cell::Missing { required: true, .. })).count();
    let head = format!("{} in {}", counted(matrix.rows.len(), "template"), counted(matrix.languages.len(), "language"));
    let differ = match differ {
        0 => "no variant differs".to_owned(),
        1 => "1 variant differs".to_owned(),
        more => format!("{more} variants differ"),
    };
    let missing = match missing {
        0 => String::new(),
        1 => ", 1 required variant is missing".to_owned(),
        more => format!(", {more} required variants are missing"),
    };
    format!("{head}: {differ}{missing}")
}

/// The names of the rows; where one name lives in two folders, the folder is said too.
fn names(matrix: &Matrix<'_>) -> Vec<String> {
    let mut often = std::collections::HashMap::new();
    for row in &matrix.rows {
        *often.entry(row.family.name).or_insert(0) += 1;
    }
    let name = |row: &crate::variants::Row<'_>| match (often.get(row.family.name), row.family.home.as_str()) {
        (Some(1), _) | (_, "") => row.family.name.to_owned(),
        (_, home) => format!("{} ({home})", row.family.name),
    };
    matrix.rows.iter().map(name).collect()
}
