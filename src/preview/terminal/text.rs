//! A text of a message as rows.

use anstyle::{AnsiColor, Style};

use crate::finding::sanitize;
use crate::preview::{Block, Direction, Line, Run, Shown, lines};
use crate::text::markup::Kind;

use super::row::{Align, Row, columns};
use super::wrap::wrap;

/// The rows of a text, each aligned by the direction of its line.
pub fn rows(shown: &Shown, base: Direction, look: Style, width: usize) -> Vec<Row> {
    lines(shown).iter().flat_map(|line| line_rows(line, base, look, width)).collect()
}

fn line_rows(line: &Line, base: Direction, look: Style, width: usize) -> Vec<Row> {
    let direction = Direction::of_text(&line.text()).unwrap_or(base);
    let align = align(direction);
    let (first, further) = marker(&line.block);
    let runs: Vec<(String, Style)> =
        line.runs.iter().map(|run| (sanitize(&run.text).into_owned(), style(run, look))).collect();
    let marked = |(index, row): (usize, Row)| {
        let marker = if index == 0 { &first } else { &further };
        let marker = Row::of(marker, Style::new().dimmed());
        beside(marker, row, direction).aligned(align, width)
    };
    wrap(&runs, width.saturating_sub(columns(&first))).into_iter().enumerate().map(marked).collect()
}

/// The side on which lines of that direction start.
pub fn align(direction: Direction) -> Align {
    match direction {
        Direction::LeftToRight => Align::Left,
        Direction::RightToLeft => Align::Right,
    }
}

/// What stands beside the first row of a line, and beside the others.
fn marker(block: &Block) -> (String, String) {
    match block {
        Block::Plain => (String::new(), String::new()),
        Block::Bullet => ("• ".to_owned(), "  ".to_owned()),
        Block::Number(number) => (format!("{number} "), " ".repeat(number.len() + 1)),
        Block::Quote => ("▎ ".to_owned(), "▎ ".to_owned()),
    }
}

/// A row behind its marker, which is on the right where lines start there.
fn beside(marker: Row, row: Row, direction: Direction) -> Row {
    let (mut left, right) = match direction {
        Direction::LeftToRight => (marker, row),
        Direction::RightToLeft => {
            let text: String = marker.text().chars().rev().collect();
            (row, Row::of(&text, Style::new().dimmed()))
        }
    };
    left.append(right);
    left
}

fn style(run: &Run, look: Style) -> Style {
    let formatted = run.kinds.iter().fold(look, |style, kind| match kind {
        Kind::Bold => style.bold(),
        Kind::Italic => style.italic(),
        Kind::Strike => style.strikethrough(),
        // A terminal has no other letters for it.
        Kind::InlineCode | Kind::MonoBlock => style.fg_color(Some(AnsiColor::Cyan.into())),
        Kind::Link => style.fg_color(Some(AnsiColor::Blue.into())),
        Kind::Bullet | Kind::Number | Kind::Quote => style,
    });
    if run.variable.is_some() { formatted.underline() } else { formatted }
}
