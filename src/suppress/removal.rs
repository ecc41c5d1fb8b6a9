//! Taking out a comment, or a part of it, that is of no use.

use std::ops::Range;

use crate::rules::File;
use crate::syntax::Span;

use super::Asked;

/// The bytes to remove with a comment: its whole line, or the blanks before it where it trails something.
pub fn without_comment(file: &File, comment: Span) -> Span {
    let source = &file.source;
    let index = source.line_of(comment.range().start);
    let line = source.line(index).range();
    let before = &source.text()[line.start..comment.range().start];
    let kept = before.trim_end_matches([' ', '\t']).len();
    if kept > 0 {
        return Span::new(line.start + kept, comment.range().end);
    }
    let next = source.line_starts().get(index + 1).map_or(source.text().len(), |start| *start as usize);
    Span::new(line.start, next)
}

/// The bytes to remove with one of several names between the brackets: the comma goes with it.
pub fn without_name(asked: &Asked, index: usize) -> Span {
    let place = |at: usize| asked.names.get(at).map(|named| named.span.range());
    let Range { start, end } = place(index).unwrap_or_default();
    match (index.checked_sub(1).and_then(place), place(index + 1)) {
        (Some(before), _) => Span::new(before.end, end),
        (None, Some(behind)) => Span::new(start, behind.start),
        (None, None) => Span::new(start, end),
    }
}
