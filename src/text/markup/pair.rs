//! Text between two equal delimiters on one line: `*bold*`, `_italic_`, `~strike~`, `` `code` ``.

use memchr::{memchr, memchr_iter};

use super::Kind;
use super::blank::is_blank;
use super::boundary::is_boundary;
use super::candidate::{Candidate, Rank};

/// The pairs of one delimiter, from left to right: each opener takes the first closer behind it.
///
/// Openers and closers are both visited once and in order, and so are the ends of lines: an opener without a closer
/// costs nothing more.
pub(super) fn find(text: &str, kind: Kind, delimiter: u8) -> Vec<Candidate> {
    let bytes = text.as_bytes();
    let rank = if kind == Kind::InlineCode { Rank::InlineCode } else { Rank::Emphasis };
    let mut pairs = Vec::new();
    let mut closers = memchr_iter(delimiter, bytes).filter(|&at| closes(text, at)).peekable();
    let (mut free, mut line_end) = (0, 0);
    for opener in memchr_iter(delimiter, bytes) {
        if opener < free || !opens(text, opener, kind) {
            continue;
        }
        let content = opener + 1;
        // At least one character stands between them.
        while closers.next_if(|&closer| closer <= content).is_some() {}
        let Some(&closer) = closers.peek() else { break };
        if line_end <= opener {
            line_end = memchr(b'\n', &bytes[opener..]).map_or(bytes.len(), |length| opener + length);
        }
        if closer < line_end {
            pairs.push(Candidate { kind, rank, range: opener..closer + 1, content: content..closer });
            free = closer + 1;
        }
    }
    pairs
}

/// Whether a span can start with the delimiter at `at`.
fn opens(text: &str, at: usize, kind: Kind) -> bool {
    let mut after = text[at + 1..].chars();
    let inside = match after.next() {
        None => false,
        Some('`') => kind != Kind::InlineCode,
        // The delimiter is the sign on a keycap: *️⃣
        Some('\u{20E3}') => kind == Kind::InlineCode,
        Some('\u{FE0F}') => kind == Kind::InlineCode || after.next() != Some('\u{20E3}'),
        Some(character) => !is_blank(character),
    };
    inside && text[..at].chars().next_back().is_none_or(is_boundary)
}

/// Whether a span can end with the delimiter at `at`. The marks of a keycap are no boundary.
fn closes(text: &str, at: usize) -> bool {
    text[at + 1..].chars().next().is_none_or(is_boundary)
        && text[..at].chars().next_back().is_some_and(|character| !is_blank(character))
}
