//! What follows the host of an address: port, path, query, anchor.

use std::ops::Range;

use super::super::blank::is_blank;

/// The end of an address, and where to look for the next one.
pub(super) struct Rest {
    pub(super) end: usize,
    pub(super) resume: usize,
}

/// Reads on behind a host that ends at `at`; nothing where what follows makes it no address.
pub(super) fn after(text: &str, at: usize) -> Option<Rest> {
    let bytes = text.as_bytes();
    let ends = |end| Some(Rest { end, resume: end });
    if !matches!(bytes.get(at), Some(b':' | b'/' | b'?' | b'#')) {
        return ends(at);
    }
    let from = port_end(text, at)?;
    let begins = match bytes.get(from) {
        Some(b'/' | b'#') => true,
        Some(b'?') => !is_trailing(text, from + 1),
        _ => false,
    };
    if !begins {
        return if is_trailing(text, from) { ends(from) } else { None };
    }
    let resume = from + run(&text[from..]);
    // Punctuation at the end belongs to the sentence.
    let end = text[from + 1..resume].trim_end_matches(is_punctuation).len() + from + 1;
    Some(Rest { end: balanced_end(text, last_part(&bytes[..end], from)), resume })
}

/// Where a port ends that starts at `at`, `at` itself where there is none; nothing for a number that is no port.
fn port_end(text: &str, at: usize) -> Option<usize> {
    let Some(rest) = text[at..].strip_prefix(':') else { return Some(at) };
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits == 0 {
        return Some(at);
    }
    let port = rest[..digits.min(6)].parse::<u16>().ok()?;
    (port > 0 && !rest.starts_with('0')).then_some(at + 1 + digits)
}

/// The last of path, query and anchor.
fn last_part(bytes: &[u8], from: usize) -> Range<usize> {
    let part = |from: usize, marks: &[u8]| bytes[from + 1..].iter().position(|byte| marks.contains(byte));
    let mut start = from;
    if bytes[start] == b'/'
        && let Some(next) = part(start, b"?#")
    {
        start += 1 + next;
    }
    if bytes[start] == b'?'
        && let Some(next) = part(start, b"#")
    {
        start += 1 + next;
    }
    start..bytes.len()
}

/// The end of the part without brackets that have no partner: `(see a.com/b)`. An unfinished bracket in a query is
/// left alone.
fn balanced_end(text: &str, part: Range<usize>) -> usize {
    let mut awaited: Vec<char> = Vec::new();
    let mut settled = part.start;
    for (offset, character) in text[part.clone()].char_indices() {
        let after = part.start + offset + character.len_utf8();
        if awaited.last() == Some(&character) {
            awaited.pop();
            if awaited.is_empty() {
                settled = after;
            }
        } else if let Some(closing) = closing(character) {
            awaited.push(closing);
        } else if awaited.is_empty() && !matches!(character, ')' | '>' | ']' | '}' | '»' | '’' | '”') {
            settled = after;
        }
    }
    let query = text[part.start..].starts_with('?');
    if query && !awaited.is_empty() { part.end } else { settled }
}

fn closing(opening: char) -> Option<char> {
    Some(match opening {
        '"' => '"',
        '(' => ')',
        '<' => '>',
        '[' => ']',
        '{' => '}',
        '«' => '»',
        '‘' => '’',
        '“' => '”',
        _ => return None,
    })
}

/// Whether nothing but punctuation stands between `at` and the next blank.
fn is_trailing(text: &str, at: usize) -> bool {
    let behind = text[at..].trim_start_matches(is_punctuation);
    behind.chars().next().is_none_or(|character| ends_run(behind, 0, character))
}

/// The length of what may stand in a path: anything but blanks, and a percent sign only before two digits.
fn run(text: &str) -> usize {
    text.char_indices().find(|&(at, character)| ends_run(text, at, character)).map_or(text.len(), |(at, _)| at)
}

fn ends_run(text: &str, at: usize, character: char) -> bool {
    let escape = || text.as_bytes().get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
    is_blank(character) || (character == '%' && !escape())
}

fn is_punctuation(character: char) -> bool {
    matches!(character, '@' | '!' | '.' | '?' | ',' | '(' | '[' | '{' | '<' | '«' | '‘' | '“' | ':' | '\\')
}
