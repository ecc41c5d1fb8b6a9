//! Lines that are list items or quotes.

use memchr::memchr;

use super::Kind;
use super::blank::is_blank;
use super::candidate::{Candidate, Rank};

/// The items and quotes, from top to bottom. A quote can reach into the next line and overlap an item there.
pub(super) fn find(text: &str, line_starts: &[usize]) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    // Where each kind may start again: it does not overlap itself.
    let mut free = [0; Rank::Quote as usize + 1];
    for &start in line_starts {
        for block in [item(text, start, &free), quote(text, start, &free)].into_iter().flatten() {
            free[block.rank as usize] = block.range.end;
            found.push(block);
        }
    }
    found
}

/// `* text`, `- text`, `• text`, `1. text`: one space exactly, and something behind it.
fn item(text: &str, start: usize, free: &[usize]) -> Option<Candidate> {
    let (rank, marker) = marker(&text[start..])?;
    let opening = marker + 1;
    let content = start + usize::from(opening);
    let spaced = text.as_bytes().get(content - 1) == Some(&b' ');
    if start < free[rank as usize] || !spaced || !begins(text, content) {
        return None;
    }
    let kind = if rank == Rank::Number { Kind::Number } else { Kind::Bullet };
    let end = line_end(text, content);
    Some(Candidate { kind, rank, range: start..end, opening, closing: 0 })
}

/// The marker of a list item: what it starts, and its length.
fn marker(line: &str) -> Option<(Rank, u8)> {
    match line.as_bytes() {
        [b'*', ..] => Some((Rank::Bullet, 1)),
        [b'-', ..] => Some((Rank::Hyphen, 1)),
        [b'0'..=b'9', b'.', ..] => Some((Rank::Number, 2)),
        [b'0'..=b'9', b'0'..=b'9', b'.', ..] => Some((Rank::Number, 3)),
        _ => line.starts_with('•').then_some((Rank::Bullet, 3)),
    }
}

/// `> text`: one blank exactly, which may be any blank, and something behind it. The line break belongs to it.
fn quote(text: &str, start: usize, free: &[usize]) -> Option<Candidate> {
    let blank = text[start..].strip_prefix('>')?.chars().next().filter(|&character| is_blank(character))?;
    let opening = u8::try_from(1 + blank.len_utf8()).ok()?;
    let content = start + usize::from(opening);
    if start < free[Rank::Quote as usize] || !begins(text, content) {
        return None;
    }
    let end = line_end(text, content);
    let end = if end < text.len() { end + 1 } else { end };
    Some(Candidate { kind: Kind::Quote, rank: Rank::Quote, range: start..end, opening, closing: 0 })
}

/// Whether the line goes on with something other than a further space.
fn begins(text: &str, content: usize) -> bool {
    text.as_bytes().get(content).is_some_and(|byte| !matches!(byte, b' ' | b'\n'))
}

fn line_end(text: &str, from: usize) -> usize {
    memchr(b'\n', &text.as_bytes()[from..]).map_or(text.len(), |length| from + length)
}
