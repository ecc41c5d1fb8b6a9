//! The table for the terminal. One that is too wide goes on below itself with the next languages.

use std::io;

use unicode_width::UnicodeWidthStr;

use crate::finding::sanitize;
use crate::variants::Matrix;

use super::{legend, names, sign, summary};

/// Names are cut behind that many columns.
const LONGEST_NAME: usize = 40;

/// Writes the table, no wider than `columns` where that can be.
///
/// # Errors
/// What the writer says.
pub fn write_matrix(matrix: &Matrix<'_>, columns: usize, out: &mut dyn io::Write) -> io::Result<()> {
    if matrix.rows.is_empty() {
        return Ok(());
    }
    let names: Vec<String> = names(matrix).iter().map(|name| shortened(&sanitize(name))).collect();
    let first = names.iter().map(|name| name.width()).max().unwrap_or(0);
    let languages: Vec<String> = matrix.languages.iter().map(|code| sanitize(code).to_string()).collect();
    let cells: Vec<Vec<String>> = matrix
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| sanitize(&sign(cell)).to_string()).collect())
        .collect();
    let widths: Vec<usize> = languages
        .iter()
        .enumerate()
        .map(|(at, code)| cells.iter().map(|row| row[at].width()).chain([code.width()]).max().unwrap_or(0))
        .collect();
    let mut from = 0;
    while from < languages.len() {
        let to = from + fitting(&widths[from..], columns.saturating_sub(first));
        let mut line = |name: &str, cells: &[String]| -> io::Result<()> {
            let mut line = padded(name, first);
            for (cell, width) in cells[from..to].iter().zip(&widths[from..to]) {
                line.push_str("  ");
                line.push_str(&padded(cell, *width));
            }
            writeln!(out, "{}", line.trim_end())
        };
        line("", &languages)?;
        for (name, cells) in names.iter().zip(&cells) {
            line(name, cells)?;
        }
        writeln!(out)?;
        from = to;
    }
    writeln!(out, "{}\n{}.", legend(matrix), summary(matrix))
}

/// How many columns fit beside one another; at least one.
fn fitting(widths: &[usize], room: usize) -> usize {
    let mut used = 0;
    let fits = |width: &&usize| {
        used += 2 + **width;
        used <= room
    };
    widths.iter().take_while(fits).count().max(1)
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

fn shortened(name: &str) -> String {
    if name.width() <= LONGEST_NAME {
        return name.to_owned();
    }
    let kept: String = name.chars().take(LONGEST_NAME - 1).collect();
    format!("{kept}…")
}
