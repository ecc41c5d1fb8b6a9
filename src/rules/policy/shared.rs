//! What the rules about the words of a text have in common.

use std::ops::Range;

use crate::policy::content::{Found, List};
use crate::rules::prelude::*;

/// Whether people read a text as a text: all but addresses.
pub(super) fn is_prose(surface: Surface) -> bool {
    surface != Surface::Url
}

/// The phrases of some lists, each place once, the longest first.
pub(super) fn phrases(text: &Text, surface: Surface, lists: &[List], cx: &Context<'_>) -> Vec<Found> {
    let mut chosen: Vec<Found> = Vec::new();
    if !is_prose(surface) {
        return chosen;
    }
    for found in cx.phrases(text).iter().filter(|found| lists.contains(&found.list)) {
        if chosen.last().is_none_or(|last| last.range.end <= found.range.start) {
            chosen.push(found.clone());
        }
    }
    chosen
}

/// A phrase as it is written, on one line.
pub(super) fn written(text: &Text, range: &Range<usize>) -> String {
    text.value()[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sentence around a place: up to the next full stop, question mark or line break on either side.
pub(super) fn sentence(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = text[..range.start].rfind(ends_sentence).map_or(0, |at| at + next_character(text, at));
    let end = text[range.end..].find(ends_sentence).map_or(text.len(), |at| range.end + at);
    start..end
}

fn next_character(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// Whether a character ends a sentence or a line.
pub(super) fn ends_sentence(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | '…' | '\n' | '\r' | '。' | '！' | '？' | '।' | '؟' | '۔')
}
