//! A row of a picture made of characters.

use std::io::{self, Write};

use anstyle::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::preview::direction::is_right_to_left;

/// Text that fills a known number of columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pieces: Vec<(String, Style)>,
    width: usize,
}

/// Where a text stands in a row that has more room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left edge.
    Left,
    /// At the right edge.
    Right,
    /// In the middle.
    Centre,
}

impl Row {
    /// A row of one text.
    pub fn of(text: &str, style: Style) -> Self {
        let mut row = Self::default();
        row.push(text, style);
        row
    }

    /// How many columns it fills.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Its text, without the look.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|(text, _)| text.as_str()).collect()
    }

    /// Its last character.
    pub fn last_char(&self) -> Option<char> {
        self.pieces.last()?.0.chars().next_back()
    }

    /// Whether a terminal may reorder it.
    pub fn is_right_to_left(&self) -> bool {
        self.pieces.iter().any(|(text, _)| text.chars().any(is_right_to_left))
    }

    /// Adds text, which has no line break and nothing that moves the cursor.
    pub fn push(&mut self, text: &str, style: Style) {
        if text.is_empty() {
            return;
        }
        self.width += columns(text);
        match self.pieces.last_mut() {
            Some((last, known)) if *known == style => last.push_str(text),
            _ => self.pieces.push((text.to_owned(), style)),
        }
    }

    /// Adds another row.
    pub fn append(&mut self, other: Self) {
        for (text, style) in other.pieces {
            self.push(&text, style);
        }
    }

    /// The row with blanks around it, so that it fills `width` columns.
    pub fn aligned(self, align: Align, width: usize) -> Self {
        let room = width.saturating_sub(self.width);
        let before = match align {
            Align::Left => 0,
            Align::Right => room,
            Align::Centre => room / 2,
        };
        let mut row = Self::default();
        row.blanks(before);
        row.append(self);
        row.blanks(room - before);
        row
    }

    /// As much of the text as fits, with a sign that something is missing.
    pub fn cut(text: &str, style: Style, width: usize) -> Self {
        if columns(text) <= width {
            return Self::of(text, style);
        }
        let mut room = width.saturating_sub(1);
        let fits = |grapheme: &&str| {
            let left = room.checked_sub(columns(grapheme));
            room = left.unwrap_or(room);
            left.is_some()
        };
        let start: String = text.graphemes(true).take_while(fits).collect();
        Self::of(&format!("{start}…"), style)
    }

    fn blanks(&mut self, count: usize) {
        if count > 0 {
            self.push(&" ".repeat(count), Style::new());
        }
    }

    /// Writes it without a line break.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        self.pieces.iter().try_for_each(|(text, style)| write!(out, "{style}{text}{style:#}"))
    }
}

/// How many columns a text fills, as people see it: what is joined into one picture counts once.
pub fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.graphemes(true).map(UnicodeWidthStr::width).sum() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_cut_and_aligned_by_columns() {
        let row = Row::cut("你好世界", Style::new(), 5);
        assert_eq!((row.width(), row.pieces[0].0.as_str()), (5, "你好…"));
        let row = Row::of("ab", Style::new()).aligned(Align::Centre, 7);
        assert_eq!(row.pieces, [("  ab   ".to_owned(), Style::new())]);
    }
}
