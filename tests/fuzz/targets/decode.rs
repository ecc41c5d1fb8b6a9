//! From a text to the bytes that wrote it: every character of every scalar has its place in the file.

use walint::syntax::{NodeKind, ScalarMap, Style};

use super::shared::{file, is_inside};

/// Places ascend, lie in the scalar, and hold the character they are said to hold.
pub fn run(bytes: &[u8]) {
    let file = file(bytes);
    let text = file.source.text();
    for (id, node) in file.tree().iter() {
        is_inside(&file.source, node.span, "a node");
        let NodeKind::Scalar { value, style } = &node.kind else { continue };
        let map = ScalarMap::new(text, node.span, *style, value);
        assert!(map.is_exact() || value.is_empty() || !file.problems.is_empty(), "{id:?}: {value:?} has no exact map");
        let whole = map.source(0..value.len());
        is_inside(&file.source, whole, "a whole scalar");
        let mut last = whole.range().start;
        for (at, character) in value.char_indices() {
            let span = map.source(at..at + character.len_utf8());
            is_inside(&file.source, span, "a character");
            is_inside(&file.source, map.source(at..at), "a place");
            if map.is_exact() {
                let range = span.range();
                assert!(last <= range.start && range.end <= whole.range().end, "{value:?} is out of order at {at}");
                last = range.start;
                // A block that ends with the file has a line break at its end, whether or not the file has.
                let implied = range.start == text.len() && character == '\n';
                let written = &text[range];
                assert!(implied || may_write(written, character, *style), "{written:?} does not write {character:?}");
            }
        }
    }
}

/// Whether these bytes of a file may be how a character of a scalar is written.
fn may_write(written: &str, character: char, style: Style) -> bool {
    let is_itself = written.chars().eq([character]);
    match style {
        Style::DoubleQuoted if written.starts_with('\\') => true,
        Style::SingleQuoted if character == '\'' => written == "''",
        // A line break, or several with blanks between them, may stand for a blank or for line breaks.
        _ => is_itself || (matches!(character, ' ' | '\n') && written.contains(['\n', '\r'])),
    }
}
