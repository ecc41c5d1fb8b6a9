//! Text between triple backticks. It minds neither words nor lines.

use memchr::memmem;

use super::Kind;
use super::blank::is_blank;
use super::candidate::{Candidate, Rank};

const FENCE: &str = "```";

/// The monospaced parts, from left to right. Each has something in it besides blanks.
pub(super) fn find(text: &str) -> Vec<Candidate> {
    let fence = memmem::Finder::new(FENCE);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(opening) = fence.find(&text.as_bytes()[from..]) {
        let opening = from + opening;
        let start = opening + FENCE.len();
        let Some((blanks, first)) = text[start..].char_indices().find(|(_, character)| !is_blank(*character)) else {
            break;
        };
        // Whatever the first character is, even a backtick, it is content.
        let searched = start + blanks + first.len_utf8();
        let Some(closing) = fence.find(&text.as_bytes()[searched..]) else { break };
        from = searched + closing + FENCE.len();
        found.push(Candidate { kind: Kind::MonoBlock, rank: Rank::Mono, range: opening..from, opening: 3, closing: 3 });
    }
    found
}
