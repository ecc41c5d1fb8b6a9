//! Numbers that belong to somebody's card or bank account, told from other long numbers by their check digits.

use std::ops::Range;

use crate::policy::content::{CARDS, IBANS};

/// The full card numbers of a text: `4111 1111 1111 1111`, with blanks, hyphens or nothing between the groups.
pub fn card_numbers(text: &str) -> Vec<Range<usize>> {
    digit_groups(text).into_iter().filter(|groups| is_card(text, groups)).map(|groups| whole(&groups)).collect()
}

/// The full bank account numbers (IBAN) of a text, with or without blanks.
pub fn ibans(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found: Vec<Range<usize>> = Vec::new();
    if !bytes.iter().any(u8::is_ascii_digit) {
        return found;
    }
    for start in 0..bytes.len().saturating_sub(4) {
        let head = matches!(&bytes[start..start + 4], [a, b, c, d]
            if a.is_ascii_uppercase() && b.is_ascii_uppercase() && c.is_ascii_digit() && d.is_ascii_digit());
        let after_last = found.last().is_none_or(|last| last.end <= start);
        if head && after_last && !is_joined_before(text, start) {
            found.extend(iban_at(text, start));
        }
    }
    found
}

/// Runs of digits that a single blank or hyphen holds together.
fn digit_groups(text: &str) -> Vec<Vec<Range<usize>>> {
    let bytes = text.as_bytes();
    let mut all: Vec<Vec<Range<usize>>> = Vec::new();
    let mut from = 0;
    while let Some(start) = bytes[from..].iter().position(u8::is_ascii_digit).map(|at| from + at) {
        let end = start + bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let before = all.last().and_then(|groups| groups.last()).map_or(0, |group| group.end);
        match (all.last_mut(), &bytes[before..start]) {
            (Some(groups), b" " | b"-") => groups.push(start..end),
            _ => all.push(vec![Range { start, end }]),
        }
        from = end;
    }
    all
}

fn whole(groups: &[Range<usize>]) -> Range<usize> {
    groups.first().map_or(0, |group| group.start)..groups.last().map_or(0, |group| group.end)
}

fn is_card(text: &str, groups: &[Range<usize>]) -> bool {
    let lengths: Vec<usize> = groups.iter().map(ExactSizeIterator::len).collect();
    let laid_out = matches!(lengths.as_slice(), [_] | [4, 4, 4, 1..=4] | [4, 6, 4 | 5] | [4, 4, 4, 4, 1..=3]);
    let Range { start, end } = whole(groups);
    if !laid_out || is_joined_before(text, start) || is_joined_behind(text, end) {
        return false;
    }
    let digits: Vec<u32> = text[start..end].chars().filter_map(|character| character.to_digit(10)).collect();
    is_of_a_scheme(&digits) && passes_luhn(&digits)
}

fn is_of_a_scheme(digits: &[u32]) -> bool {
    CARDS.iter().filter(|range| range.digits.contains(&digits.len())).any(|range| {
        let first = digits.iter().take(range.length).fold(0, |number, digit| number * 10 + digit);
        (range.from..=range.to).contains(&first)
    })
}

/// Every second digit from the right counts double; the sum ends in 0.
fn passes_luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| match (at % 2, digit * 2) {
            (0, _) => *digit,
            (_, double) => double / 10 + double % 10,
        })
        .sum();
    sum.is_multiple_of(10) && digits.iter().any(|digit| *digit > 0)
}

fn iban_at(text: &str, start: usize) -> Option<Range<usize>> {
    let (_, length) = IBANS.iter().find(|(country, _)| text[start..].starts_with(country))?;
    let (mut characters, mut end, mut blank) = (Vec::with_capacity(*length), start, false);
    for character in text[start..].chars() {
        match character {
            'A'..='Z' | '0'..='9' => {
                characters.push(character);
                blank = false;
            }
            ' ' if !blank => blank = true,
            _ => return None,
        }
        end += 1;
        if characters.len() == *length {
            break;
        }
    }
    let complete = characters.len() == *length && !is_joined_behind(text, end);
    (complete && is_one_modulo_97(&characters)).then_some(start..end)
}

/// The first four characters go to the end, letters become two digits, and 1 has to remain.
fn is_one_modulo_97(characters: &[char]) -> bool {
    let turned = characters.iter().skip(4).chain(characters.iter().take(4));
    let remainder = turned.filter_map(|character| character.to_digit(36)).fold(0, |remainder, value| {
        if value < 10 { (remainder * 10 + value) % 97 } else { (remainder * 100 + value) % 97 }
    });
    remainder == 1
}

/// Whether a number is the rest of something longer: an order number, a part of an address, a decimal.
fn is_joined_before(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || "/=_.,+#&%@-".contains(c))
}

fn is_joined_behind(text: &str, at: usize) -> bool {
    let mut rest = text[at..].chars();
    match rest.next() {
        Some('.' | ',') => rest.next().is_some_and(char::is_alphanumeric),
        Some(character) => character.is_alphanumeric() || "/=_@-".contains(character),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cards(text: &str) -> Vec<&str> {
        card_numbers(text).into_iter().map(|range| &text[range]).collect()
    }

    fn accounts(text: &str) -> Vec<&str> {
        ibans(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn card_numbers_are_told_by_scheme_and_check_digit() {
        for number in [
            "4111 1111 1111 1111",
            "4111-1111-1111-1111",
            "5555555555554444",
            "3782 822463 10005",
            "2221000000000009",
            "6011 1111 1111 1117",
        ] {
            assert_eq!(cards(&format!("नंबर {number}.")), [number]);
        }
        for other in [
            "4111 1111 1111 1112",
            "4111 1111 1111",
            "+4111111111111111",
            "ORD-4111111111111111",
            "#4111111111111111",
            "https://shop.example/t/4111111111111111",
            "41111111111111110000",
            "41 1111 1111 1111 11",
            "0000000000000000",
            "4111111111111111.50",
            "•••• 1111",
            "",
        ] {
            assert!(cards(other).is_empty(), "{other}");
        }
    }

    #[test]
    fn account_numbers_are_told_by_country_and_check_number() {
        for number in ["DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819", "NO9386011117947"] {
            assert_eq!(accounts(&format!("Ваш {number}, {number}")), [number, number]);
        }
        for other in [
            "DE88 3704 0044 0532 0130 00",
            "XDE89370400440532013000",
            "DE89 3704 0044",
            "ZZ89370400440532013000",
            "DE8",
        ] {
            assert!(accounts(other).is_empty(), "{other}");
        }
    }
}
