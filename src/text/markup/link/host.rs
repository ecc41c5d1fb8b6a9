//! Host names: labels joined by dots, the last of which is a top-level domain.

use std::ops::Range;

use memchr::memchr;

use super::super::blank::is_blank;
use super::{Address, Prefix, prefix, rest, scheme, top_level};

/// The first address without a user at or behind `from`.
pub(super) fn next(text: &str, from: usize) -> Option<Address> {
    let mut at = from;
    while let Some(found) = memchr(b'.', &text.as_bytes()[at..]) {
        let dot = at + found;
        if !joins(text, dot) {
            at = dot + 1;
            continue;
        }
        let (domain, chain_end) = domain_end(text, dot);
        let first_label = at + text[at..dot].trim_end_matches(|c| is_label(c) || c == '-').len();
        at = chain_end;
        let Some(domain) = domain else { continue };
        let (start, prefix) = start(text, first_label..domain, from);
        // Only now, because a path is read to its end.
        let rest = (prefix != Prefix::Bound).then(|| rest::after(text, domain)).flatten();
        if let Some(rest) = rest {
            if prefix == Prefix::Free {
                return Some(Address { range: start..rest.end, resume: rest.resume });
            }
            at = rest.resume.max(chain_end);
        }
    }
    None
}

/// The first place of a domain where an address can start, its scheme included: not in its last label, and not with
/// an underscore or a hyphen.
fn start(text: &str, domain: Range<usize>, floor: usize) -> (usize, Prefix) {
    let labels = text[domain.clone()].rfind('.').map_or("", |dot| &text[domain.start..domain.start + dot]);
    let letters = labels.char_indices().filter(|(_, character)| !matches!(character, '-' | '_' | '.'));
    let scheme = scheme(text, domain.start).filter(|&start| start >= floor);
    let scheme = scheme.filter(|_| !labels.starts_with(['-', '_']));
    scheme
        .into_iter()
        .chain(letters.map(|(offset, _)| domain.start + offset))
        .map(|place| (place, prefix(text, place, floor)))
        .find(|(_, prefix)| *prefix != Prefix::Bound)
        .unwrap_or((domain.start, Prefix::Bound))
}

/// Where the domain ends that has `dot` between its first labels, and how far its chain of labels goes. The last
/// label that can be a top-level domain ends it; `shop.com-x` ends behind `com`.
pub(super) fn domain_end(text: &str, dot: usize) -> (Option<usize>, usize) {
    let mut best = None;
    let mut dot = dot;
    loop {
        let start = dot + 1;
        let end = label_end(text, start);
        let label = &text[start..end];
        let domain = || top_level::end(label).map(|length| start + length);
        if !joins(text, end) {
            return (domain().or(best), end);
        }
        // With a label behind it, only a hyphen can end a domain.
        if label.contains('-') {
            best = domain().filter(|&domain| domain < end).or(best);
        }
        dot = end;
    }
}

/// Where the label ends that starts at `start`.
pub(super) fn label_end(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    start + rest.find(|c| !(is_label(c) || c == '-')).unwrap_or(rest.len())
}

/// Whether there is a dot between two labels.
pub(super) fn joins(text: &str, dot: usize) -> bool {
    text.as_bytes().get(dot) == Some(&b'.')
        && text[..dot].chars().next_back().is_some_and(is_label)
        && text[dot + 1..].chars().next().is_some_and(is_label)
}

/// What a label starts and ends with.
pub(super) fn is_label(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric() || character == '_';
    }
    !is_blank(character) && !matches!(character, '«' | '»' | '‘' | '’' | '“' | '”')
}
