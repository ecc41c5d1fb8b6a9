//! A sample that looks like somebody's own e-mail address or telephone number.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::policy::content::{BUSINESS_PHONES, EXAMPLE_DOMAINS, EXAMPLE_PHONES, NOBODY, ROLE_NAMES};
use crate::rules::prelude::*;

use super::shared::is_prose;

/// `policy/sample-personal-data`
pub struct SamplePersonalData;

static EMAIL: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"([\p{Alphabetic}\d._%+-]+)@((?:[\p{Alphabetic}\d-]+\.)+\p{Alphabetic}{2,})").ok());

/// Written with its country code, so that other long numbers are not taken for one.
static PHONE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\+\d(?:[ .()-]{0,2}\d){7,14}\b").ok());

impl Rule for SamplePersonalData {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        for sampled in variant.sampled().into_iter().filter(|sampled| is_prose(sampled.surface)) {
            for sample in sampled.example.iter().flat_map(|example| &example.samples) {
                let value = &sample.value;
                for range in emails(&value.value) {
                    tell(value, range, "e-mail address", "name@example.com", sampled.surface, cx);
                }
                for range in phones(&value.value) {
                    tell(value, range, "telephone number", "+1 555 0100", sampled.surface, cx);
                }
            }
        }
    }
}

fn tell(value: &Leaf, range: Range<usize>, what: &str, instead: &str, surface: Surface, cx: &mut Context<'_>) {
    cx.report(cx.part(value, range), format!("this sample looks like a real {what}"))
        .component(surface.component())
        .help(format!("if it is a person's own, write a made-up one, such as {instead}: samples stay with Meta"));
}

fn emails(sample: &str) -> Vec<Range<usize>> {
    let Some(pattern) = sample.contains('@').then(|| EMAIL.as_ref()).flatten() else { return Vec::new() };
    let found = pattern.captures_iter(sample).filter_map(|found| Some((found.get(0)?, found.get(1)?, found.get(2)?)));
    found
        .filter(|(_, name, host)| !is_nobodys(name.as_str()) && !is_example(host.as_str()))
        .map(|(all, ..)| all.range())
        .collect()
}

fn is_nobodys(name: &str) -> bool {
    ROLE_NAMES.iter().chain(NOBODY).any(|known| name.eq_ignore_ascii_case(known))
}

fn is_example(host: &str) -> bool {
    let host = host.to_lowercase();
    EXAMPLE_DOMAINS
        .iter()
        .any(|domain| host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
}

fn phones(sample: &str) -> Vec<Range<usize>> {
    let Some(pattern) = sample.contains('+').then(|| PHONE.as_ref()).flatten() else { return Vec::new() };
    let belongs = |written: &str| {
        let digits: Vec<u8> = written.bytes().filter(u8::is_ascii_digit).collect();
        !is_made_up(&digits) && !BUSINESS_PHONES.iter().any(|start| digits.starts_with(start.as_bytes()))
    };
    pattern.find_iter(sample).filter(|found| belongs(found.as_str())).map(|found| found.range()).collect()
}

/// Whether the digits are kept for fiction, or are such as nobody has: 12345, 0000.
fn is_made_up(digits: &[u8]) -> bool {
    let fiction = |range: &str| {
        range.len() <= digits.len()
            && range.bytes().zip(digits).all(|(wanted, digit)| wanted == b'x' || wanted == *digit)
    };
    let row = |length: usize, step: fn(u8) -> Option<u8>| {
        digits.windows(length).any(|row| row.windows(2).all(|pair| step(pair[0]) == Some(pair[1])))
    };
    EXAMPLE_PHONES.iter().any(|range| fiction(range))
        || row(4, Some)
        || row(5, |digit| digit.checked_add(1))
        || row(5, |digit| digit.checked_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(sample: &str) -> Vec<&str> {
        emails(sample).into_iter().chain(phones(sample)).map(|range| &sample[range]).collect()
    }

    #[test]
    fn addresses_of_people_are_told_from_made_up_ones() {
        assert_eq!(found("Ana <ana.ruiz82@gmail.com>"), ["ana.ruiz82@gmail.com"]);
        assert_eq!(found("+39 347 692 0183, +5511987640193"), ["+39 347 692 0183", "+5511987640193"]);
        for made_up in [
            "ana@example.com",
            "ana@mail.example",
            "support@shop-of-ana.com",
            "mario.rossi@email.it",
            "@ana",
            "+1 212 555 0147",
            "+447700900123",
            "+34 900 263 917",
            "+39 333 1234567",
            "+5511900000000",
            "4915112398760",
            "+12",
            "A+1042",
        ] {
            assert!(found(made_up).is_empty(), "{made_up}");
        }
    }
}
