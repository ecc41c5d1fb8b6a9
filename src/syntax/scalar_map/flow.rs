//! Plain and quoted scalars: folded lines, doubled quotes and escapes.
//!
//! Each style returns the place of the scalar's first character.

use std::ops::Range;

use memchr::{memchr2, memchr3};

use super::reading::{BLANKS, Reading, SPACE, breaks};

pub(super) fn plain(reading: &mut Reading<'_>, span: Range<usize>) -> Option<usize> {
    lines(reading, span, |text| memchr2(b'\n', b'\r', text))
}

pub(super) fn single_quoted(reading: &mut Reading<'_>, span: Range<usize>) -> Option<usize> {
    let inside = between_quotes(reading.source, span, '\'')?;
    lines(reading, inside, |text| memchr3(b'\n', b'\r', b'\'', text))
}

pub(super) fn double_quoted(reading: &mut Reading<'_>, span: Range<usize>) -> Option<usize> {
    let inside = between_quotes(reading.source, span, '"')?;
    lines(reading, inside, |text| memchr3(b'\n', b'\r', b'\\', text))
}

fn between_quotes(source: &str, span: Range<usize>, quote: char) -> Option<Range<usize>> {
    source.get(span.clone())?.strip_prefix(quote)?.strip_suffix(quote)?;
    Some(span.start + 1..span.end - 1)
}

/// Reads text in which only what `special` finds does not stand for itself.
fn lines(reading: &mut Reading<'_>, inside: Range<usize>, special: impl Fn(&[u8]) -> Option<usize>) -> Option<usize> {
    reading.source.get(inside.clone())?;
    let text = &reading.source[..inside.end];
    let mut from = inside.start;
    while let Some(found) = special(text.as_bytes().get(from..)?) {
        let at = from + found;
        from = match text.as_bytes()[at] {
            b'\'' => doubled_quote(reading, text, from..at),
            b'\\' => {
                reading.copy(from..at)?;
                escape(reading, text, at)
            }
            _ => folded_break(reading, text, from..at),
        }?;
    }
    reading.copy(from..inside.end)?;
    Some(inside.start)
}

/// A line break after `line`, with the blanks around it and the empty lines that follow.
fn folded_break(reading: &mut Reading<'_>, text: &str, line: Range<usize>) -> Option<usize> {
    let end = line.start + text[line.clone()].trim_end_matches(BLANKS).len();
    let next = skip(text, line.end);
    reading.copy(line.start..end)?;
    reading.fold(end..next)?;
    Some(next)
}

fn doubled_quote(reading: &mut Reading<'_>, text: &str, before: Range<usize>) -> Option<usize> {
    let at = before.end;
    reading.copy(before)?;
    text[at..].starts_with("''").then_some(())?;
    reading.atom("'", at..at + 2)?;
    Some(at + 2)
}

/// An escape at `at`. Returns where the text goes on, as the functions below do.
fn escape(reading: &mut Reading<'_>, text: &str, at: usize) -> Option<usize> {
    let character = match text.as_bytes().get(at + 1)? {
        b'\n' | b'\r' => return escaped_break(reading, text, at + 1),
        b'x' => return code_point(reading, text, at, 2),
        b'u' => return code_point(reading, text, at, 4),
        b'U' => return code_point(reading, text, at, 8),
        b'0' => "\0",
        b'a' => "\x07",
        b'b' => "\x08",
        b't' | b'\t' => "\t",
        b'n' => "\n",
        b'v' => "\x0b",
        b'f' => "\x0c",
        b'r' => "\r",
        b'e' => "\x1b",
        b' ' => " ",
        b'"' => "\"",
        b'/' => "/",
        b'\\' => "\\",
        b'N' => "\u{85}",
        b'_' => "\u{a0}",
        b'L' => "\u{2028}",
        b'P' => "\u{2029}",
        _ => return None,
    };
    reading.atom(character, at..at + 2)?;
    Some(at + 2)
}

/// An escaped line break joins two lines; empty lines between them are kept.
fn escaped_break(reading: &mut Reading<'_>, text: &str, at: usize) -> Option<usize> {
    let next = skip(text, at);
    reading.keep(breaks(text, at..next).skip(1))?;
    Some(next)
}

/// A code point in hexadecimal, or the two surrogates with which JSON writes one.
fn code_point(reading: &mut Reading<'_>, text: &str, at: usize, digits: usize) -> Option<usize> {
    let mut end = at + 2 + digits;
    let code = hexadecimal(text.get(at + 2..end)?)?;
    let character = match char::from_u32(code) {
        Some(character) => character,
        None => {
            let low = hexadecimal(text.get(end..end + 6)?.strip_prefix("\\u")?)?;
            end += 6;
            let pair = [u16::try_from(code).ok()?, u16::try_from(low).ok()?];
            char::decode_utf16(pair).next()?.ok()?
        }
    };
    reading.atom(character.encode_utf8(&mut [0; 4]), at..end)?;
    Some(end)
}

fn hexadecimal(digits: &str) -> Option<u32> {
    // `from_str_radix` alone would take a sign.
    let valid = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    valid.then(|| u32::from_str_radix(digits, 16).ok()).flatten()
}

/// Where the text goes on behind the blanks and line breaks at `at`.
fn skip(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start_matches(SPACE).len()
}
