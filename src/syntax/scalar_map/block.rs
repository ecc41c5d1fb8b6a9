//! Literal and folded block scalars.
//!
//! The header is not read: the span tells the indentation, and the value tells the chomping. So nothing depends
//! on telling a header from the comment behind it, or from a quoted key that looks like one. Each style returns
//! the place of the scalar's first character.

use std::ops::Range;

use memchr::memchr2;

use super::reading::{BLANKS, Reading, SPACE, breaks};

pub(super) fn literal(reading: &mut Reading<'_>, span: Range<usize>) -> Option<usize> {
    if reading.only_breaks_left() { without_content(reading, span, '|') } else { lines(reading, span, false) }
}

pub(super) fn folded(reading: &mut Reading<'_>, span: Range<usize>) -> Option<usize> {
    if reading.only_breaks_left() { without_content(reading, span, '>') } else { lines(reading, span, true) }
}

/// A block scalar of nothing but empty lines. Their breaks are all kept (`+`) or none is.
fn without_content(reading: &mut Reading<'_>, span: Range<usize>, indicator: char) -> Option<usize> {
    let written = reading.source.get(span.clone())?.trim_end_matches(SPACE);
    // At the end of the file the span starts at the header, elsewhere it is empty and behind the empty lines.
    let header = written.starts_with(indicator) && !written.contains(['\n', '\r']);
    (header || span.is_empty()).then_some(())?;

    let header_end = trimmed(reading.source, span.end)?;
    let mut breaks = breaks(reading.source, header_end..span.end).skip(1).peekable();
    match reading.rest() {
        "" => {}
        // Blanks at the end of the file count as a line, although no break ends it.
        "\n" if breaks.peek().is_none() => reading.atom("\n", span.end..span.end)?,
        _ => reading.keep(breaks)?,
    }
    Some(header_end)
}

fn lines(reading: &mut Reading<'_>, span: Range<usize>, folded: bool) -> Option<usize> {
    let source = reading.source;
    let above = trimmed(source, span.start)?..span.start;
    // The first break ends the header.
    reading.keep(breaks(source, above.clone()).skip(1))?;
    let indentation = span.start - breaks(source, above).last()?.end;

    let mut line = span.start;
    loop {
        let end = line_end(source, line);
        reading.copy(line..end)?;
        let Some(next) = next_line(source, end, indentation).filter(|&next| next < span.end) else {
            last_breaks(reading, end..span.end)?;
            return Some(span.start);
        };
        // Lines that start with a blank are "more indented": the breaks around them are not folded.
        if folded && !source[line..].starts_with(BLANKS) && !source[next..].starts_with(BLANKS) {
            reading.fold(end..next)?;
        } else {
            reading.keep(breaks(source, end..next))?;
        }
        line = next;
    }
}

/// The breaks after the last content line: none is kept (`-`), the first, or all (`+`).
fn last_breaks(reading: &mut Reading<'_>, after: Range<usize>) -> Option<()> {
    let source = reading.source;
    source.get(after.clone())?.trim_start_matches(SPACE).is_empty().then_some(())?;
    let written = breaks(source, after.clone()).count();
    let kept = reading.rest().len();
    match kept {
        // The parser ends a last line that the end of the file leaves open.
        1 if written == 0 && after.start == source.len() => reading.atom("\n", after),
        _ if kept <= 1 || kept == written => reading.keep(breaks(source, after).take(kept)),
        _ => None,
    }
}

/// Where the content of the next line that has some starts, after the break at `at`.
fn next_line(source: &str, at: usize, indentation: usize) -> Option<usize> {
    let bytes = source.as_bytes();
    let mut at = at;
    loop {
        let line = breaks(source, at..source.len()).next()?.end;
        at = line + bytes[line..].iter().take(indentation).take_while(|&&byte| byte == b' ').count();
        if !matches!(bytes.get(at)?, b'\n' | b'\r') {
            return (at == line + indentation).then_some(at);
        }
    }
}

fn line_end(source: &str, at: usize) -> usize {
    memchr2(b'\n', b'\r', &source.as_bytes()[at..]).map_or(source.len(), |length| at + length)
}

/// Where the text before `end` stops when the blanks and empty lines at its end are left out.
fn trimmed(source: &str, end: usize) -> Option<usize> {
    Some(source.get(..end)?.trim_end_matches(SPACE).len())
}
