//! E-mail addresses, and other addresses with a user.

use memchr::memchr_iter;

use super::host::{domain_end, is_label, joins, label_end};
use super::{Address, Prefix, is_word, prefix, rest, scheme};

/// The addresses with a user, from left to right.
pub(super) fn find(text: &str) -> Vec<Address> {
    let mut found = Vec::new();
    let mut floor = 0;
    for at in memchr_iter(b'@', text.as_bytes()) {
        if at < floor {
            continue;
        }
        let address = address(text, at, floor);
        floor = address.as_ref().map_or(floor, |address| address.resume);
        found.extend(address);
    }
    found
}

/// The address around the `@` at `at`.
fn address(text: &str, at: usize, floor: usize) -> Option<Address> {
    let first = text[at + 1..].chars().next()?;
    let dot = label_end(text, at + 1);
    if first == '_' || !is_label(first) || !joins(text, dot) {
        return None;
    }
    let rest = rest::after(text, domain_end(text, dot).0?)?;
    Some(Address { range: user_start(text, at, floor)?..rest.end, resume: rest.resume })
}

/// Where the user in front of the `@` starts, its scheme included: as far to the left as it can.
fn user_start(text: &str, at: usize, floor: usize) -> Option<usize> {
    let before = &text[floor..at];
    let user = floor + before.trim_end_matches(is_user).len();
    // Dots stand alone, and not at the end.
    let user = text[user..at].rfind("..").map_or(user, |dots| user + dots + 2);
    if text[..at].ends_with('.') {
        return None;
    }
    let bytes = text.as_bytes();
    let word = |place: usize| is_word(char::from(bytes[place]));
    (user..at).filter(|&place| word(place) && (place == 0 || !word(place - 1))).find_map(|place| {
        let scheme = scheme(text, place).filter(|&start| start >= floor && prefix(text, start, floor) == Prefix::Free);
        scheme.or_else(|| (prefix(text, place, floor) == Prefix::Free).then_some(place))
    })
}

fn is_user(character: char) -> bool {
    character.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(character)
}
