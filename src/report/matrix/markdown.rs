//! The table for a page or a pull request.

use std::io;

use crate::finding::sanitize;
use crate::variants::Matrix;

use super::{legend, names, sign, summary};

/// Writes the table in Markdown.
///
/// # Errors
/// What the writer says.
pub fn write_matrix_markdown(matrix: &Matrix<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    if matrix.rows.is_empty() {
        return Ok(());
    }
    let row = |first: &str, cells: &mut dyn Iterator<Item = String>| {
        let cells: Vec<String> = cells.map(|cell| escaped(&cell)).collect();
        format!("| {} | {} |", escaped(first), cells.join(" | "))
    };
    writeln!(out, "{}", row("template", &mut matrix.languages.iter().map(ToString::to_string)))?;
    writeln!(out, "|---|{}", ":-:|".repeat(matrix.languages.len()))?;
    for (name, cells) in names(matrix).iter().zip(&matrix.rows) {
        writeln!(out, "{}", row(name, &mut cells.cells.iter().map(sign)))?;
    }
    writeln!(out, "\n{}\n\n{}.", legend(matrix), summary(matrix))
}

/// Nothing of a file acts in the page.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in sanitize(text).chars() {
        if character.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
