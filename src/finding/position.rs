//! From bytes to what people and machines count: lines, characters, UTF-16 units.

use serde::Serialize;

use crate::input::Source;
use crate::syntax::Span;

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// From 1, in Unicode code points.
    pub column: usize,
    /// From 0, in bytes of the file (a byte order mark counts).
    pub byte: usize,
}

/// Where something starts and where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Extent {
    /// The first character.
    pub start: Position,
    /// One past the last character.
    pub end: Position,
}

/// The position of a byte of the source's text. A byte inside a character counts as its start.
pub fn position(source: &Source, offset: usize) -> Position {
    let text = source.text();
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let line = source.line_of(offset);
    let start = source.line_starts().get(line).map_or(0, |&start| start as usize);
    let before = if line == 0 { source.first_column() } else { 0 };
    let column = before + source.characters_before(offset) - source.characters_before(start) + 1;
    Position { line: line + 1, column, byte: offset + source.offset() }
}

/// The positions of a span's two ends.
pub fn extent(source: &Source, span: Span) -> Extent {
    Extent { start: position(source, span.range().start), end: position(source, span.range().end) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_bytes_count_the_mark() {
        let source = Source::new("a.yaml", "\u{FEFF}a: 你好 🎉x\nb".as_bytes().to_vec());
        let x = source.text().find('x').unwrap();
        assert_eq!(position(&source, x), Position { line: 1, column: 8, byte: 17 });
        assert_eq!(position(&source, source.text().len()), Position { line: 2, column: 2, byte: 20 });
    }
}
