//! A value that other tools read as something else.

use crate::rules::prelude::*;
use std::sync::LazyLock;

use regex::Regex;

use super::shared;
use crate::syntax::Style;

/// `syntax/ambiguous-value`
pub struct AmbiguousValue;

impl Rule for AmbiguousValue {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for leaf in [&template.name, &template.category].into_iter().flatten() {
            tell(leaf, cx);
        }
        for variant in &template.variants {
            for leaf in leaves(variant) {
                tell(leaf, cx);
            }
        }
    }
}

fn leaves(variant: &Variant) -> Vec<&Leaf> {
    let mut leaves: Vec<&Leaf> = variant.language.iter().collect();
    leaves.extend(variant.footer.iter().filter_map(|footer| footer.text.as_ref()).map(|text| &text.leaf));
    for sampled in variant.sampled() {
        leaves.push(&sampled.text.leaf);
        leaves.extend(sampled.example.iter().flat_map(|example| &example.samples).map(|sample| &sample.value));
    }
    for button in variant.buttons.iter().flat_map(|buttons| &buttons.list) {
        leaves.extend(button.phone_number.iter().chain(button.label.iter().map(|label| &label.leaf)));
    }
    leaves
}

fn tell(leaf: &Leaf, cx: &mut Context<'_>) {
    let Some(file) = cx.file().filter(|file| !file.source.is_json()) else { return };
    let Some(read_as) =
        Some(&leaf.value).filter(|_| leaf.style == Style::Plain).and_then(|value| read_otherwise(value))
    else {
        return;
    };
    let edit = shared::quote(file, leaf.span);
    cx.report(cx.leaf(leaf), format!("some tools read `{}` as {read_as}, not as the text it is", leaf.value))
        .help("put it in quotes")
        .safe_fix("put the value in quotes", vec![edit]);
}

/// What YAML 1.1, or a reader that turns numbers into numbers, makes of a value; nothing where it stays the same.
fn read_otherwise(value: &str) -> Option<&'static str> {
    const WORDS: [&str; 8] = ["yes", "no", "on", "off", "y", "n", "true", "false"];
    if value.len() > 32 || !value.is_ascii() {
        return None;
    }
    if WORDS.iter().any(|word| value.eq_ignore_ascii_case(word)) {
        return Some("true or false");
    }
    // The patterns cost more to build than all else that a small file needs.
    if !value.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '+' | '-' | '.')) {
        return None;
    }
    NUMBERS
        .iter()
        .find(|(pattern, _)| pattern.as_ref().is_some_and(|pattern| pattern.is_match(value)))
        .map(|(_, read_as)| *read_as)
}

/// Numbers that do not come back as they were written.
static NUMBERS: LazyLock<Vec<(Option<Regex>, &'static str)>> = LazyLock::new(|| {
    [
        (r"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$", "a date"),
        (r"^[0-9]{1,2}(:[0-5]?[0-9])+(\.[0-9]*)?$", "a number of minutes or seconds"),
        (r"^\+[0-9]+$", "a number without its plus sign"),
        (r"^-?0[0-9]+$", "a number without its leading zeros"),
        (r"^[-+]?[0-9][0-9_]*_[0-9_]*$", "a number without its underscores"),
        (r"^[-+]?[0-9]*\.[0-9]*0$|^[-+]?[0-9]+\.$|^[-+]?\.[0-9]+$", "a number that is written differently"),
        (r"^[-+]?[0-9]+(\.[0-9]+)?[eE][-+]?[0-9]+$", "a power of ten"),
        (r"^0[xob][0-9a-fA-F_]+$", "a number in another base"),
        (r"^[0-9]{16,}$", "a number too long to keep its last digits"),
    ]
    .map(|(pattern, read_as)| (Regex::new(pattern).ok(), read_as))
    .into()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_values_that_would_change_are_told() {
        for value in ["no", "On", "0123", "12:30", "2026-05-14", "1_000", "10.50", "+15550100", "1e3", "0x1F"] {
            assert!(read_otherwise(value).is_some(), "{value}");
        }
        for value in ["es", "1042", "10.5", "A-1042", "May 14", "-", "12:30 h", "yes please", "nope"] {
            assert!(read_otherwise(value).is_none(), "{value}");
        }
    }

    #[test]
    fn every_pattern_is_a_pattern() {
        assert!(NUMBERS.iter().all(|(pattern, _)| pattern.is_some()));
    }
}
