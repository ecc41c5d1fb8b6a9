//! A rectangle of rows, which can stand beside others.

use std::io::{self, Write};

use anstyle::Style;

use super::row::{Align, Row};

/// Columns between two pictures.
const GAP: usize = 2;
/// Keeps a terminal that reorders Arabic from taking two columns for one sentence. It has no width.
const LEFT_TO_RIGHT_MARK: &str = "\u{200E}";

/// Rows one below the other.
#[derive(Clone, Debug, Default)]
pub struct Picture {
    rows: Vec<Row>,
    width: usize,
}

impl Picture {
    /// A picture of these rows.
    pub fn new(rows: Vec<Row>) -> Self {
        let width = rows.iter().map(Row::width).max().unwrap_or(0);
        Self { rows, width }
    }

    /// One below the other.
    pub fn stacked(pictures: impl IntoIterator<Item = Self>) -> Self {
        Self::new(pictures.into_iter().flat_map(|picture| picture.rows).collect())
    }

    /// Side by side, and further ones below where `width` does not suffice.
    pub fn beside(pictures: Vec<Self>, width: usize) -> Self {
        let mut shelves: Vec<Vec<Self>> = Vec::new();
        let mut taken = 0;
        for picture in pictures {
            match shelves.last_mut() {
                Some(shelf) if taken + GAP + picture.width <= width => {
                    taken += GAP + picture.width;
                    shelf.push(picture);
                }
                _ => {
                    taken = picture.width;
                    shelves.push(vec![picture]);
                }
            }
        }
        Self::stacked(shelves.into_iter().map(joined))
    }

    /// Writes the rows.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        for row in &self.rows {
            row.write(out)?;
            writeln!(out)?;
        }
        Ok(())
    }
}

fn joined(shelf: Vec<Picture>) -> Picture {
    let height = shelf.iter().map(|picture| picture.rows.len()).max().unwrap_or(0);
    Picture::new((0..height).map(|at| joined_row(&shelf, at)).collect())
}

/// One row over all pictures, as far to the right as there is one that high.
fn joined_row(shelf: &[Picture], at: usize) -> Row {
    let last = shelf.iter().rposition(|picture| at < picture.rows.len()).unwrap_or(0);
    let mut joined = Row::default();
    for (index, picture) in shelf[..=last].iter().enumerate() {
        if index > 0 {
            let mark = if joined.is_right_to_left() { LEFT_TO_RIGHT_MARK } else { "" };
            joined.push(&format!("{mark}{}", " ".repeat(GAP)), Style::new());
        }
        let row = picture.rows.get(at).cloned().unwrap_or_default();
        joined.append(if index == last { row } else { row.aligned(Align::Left, picture.width) });
    }
    joined
}
