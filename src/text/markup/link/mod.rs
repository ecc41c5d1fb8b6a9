//! Addresses that the client makes clickable: `https://shop.example/a`, `shop.com`, `ana@shop.com`.
//!
//! They matter here because no formatting works inside them. What counts as one is the client's own grammar, which
//! is generous: most characters that are not ASCII may stand in a host name.

mod host;
mod mail;
mod rest;
mod top_level;

use std::ops::Range;

use super::Kind;
use super::candidate::{Candidate, Rank};

/// An address, and where to look for the next one.
struct Address {
    range: Range<usize>,
    resume: usize,
}

/// The addresses of a text, from left to right.
pub(super) fn find(text: &str) -> Vec<Candidate> {
    let mut links = Vec::new();
    let mut mails = mail::find(text).into_iter().peekable();
    let mut hosts = host::next(text, 0);
    while let Some(host) = hosts {
        // Of two that start together, the address with a user is the longer reading.
        let mail = mails.next_if(|mail| mail.range.start <= host.range.start);
        let link = mail.as_ref().unwrap_or(&host);
        let range = link.range.clone();
        links.push(Candidate { kind: Kind::Link, rank: Rank::Link, range, opening: 0, closing: 0 });
        let resume = link.resume;
        while mails.next_if(|mail| mail.range.start < resume).is_some() {}
        hosts = if host.range.start < resume { host::next(text, resume) } else { Some(host) };
    }
    links
}

/// What stands in front of the start of an address.
#[derive(PartialEq, Eq)]
enum Prefix {
    /// Something that an address can follow.
    Free,
    /// Something that makes it part of a larger word.
    Bound,
    /// An underscore behind a word, which the client reads as the start of an address and then drops.
    Dropped,
}

/// What stands in front of `start`; what is in front of `floor` belongs to another address.
fn prefix(text: &str, start: usize, floor: usize) -> Prefix {
    let mut before = text[floor..start].chars().rev();
    let free = |free| if free { Prefix::Free } else { Prefix::Bound };
    match before.next() {
        None => free(start == 0),
        Some('/') => Prefix::Bound,
        Some('.') => free(before.next().is_some_and(|character| !is_word(character))),
        Some('_') => {
            // The client also lets one pass that is the second character of the text.
            let place = start - 1;
            let second = text.chars().next().is_some_and(|first| first.len_utf8() == place && place < 4);
            let spaced = text[..place].chars().next_back().is_some_and(super::blank::is_blank);
            if second || spaced { Prefix::Free } else { Prefix::Dropped }
        }
        Some(character) => free(!is_word(character)),
    }
}

/// Where a scheme starts that ends at `at`.
fn scheme(text: &str, at: usize) -> Option<usize> {
    ["https://", "http://", "mailto:"].into_iter().find_map(|scheme| {
        let start = at.checked_sub(scheme.len())?;
        text.get(start..at)?.eq_ignore_ascii_case(scheme).then_some(start)
    })
}

/// `\w` of a JavaScript expression.
fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}
