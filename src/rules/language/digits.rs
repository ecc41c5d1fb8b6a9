//! Digits of two kinds in one message.

use std::ops::Range;

use crate::language::direction::outside;
use crate::rules::prelude::*;

/// `language/digits`
pub struct Digits;

impl Rule for Digits {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let texts = crate::language::texts(variant);
        // Most messages have nothing but ASCII digits, if any.
        if !texts.iter().any(|(text, _)| {
            !text.value().is_ascii()
                && text.value().contains(|digit| Kind::of(digit).is_some_and(|kind| kind != Kind::Western))
        }) {
            return;
        }
        let numbers: Vec<(usize, Number)> = texts
            .iter()
            .enumerate()
            .flat_map(|(index, (text, _))| numbers(text).into_iter().map(move |it| (index, it)))
            .collect();
        let Some((_, usual)) = numbers.first() else { return };
        let Some((index, other)) = numbers.iter().find(|(_, number)| number.kind != usual.kind) else { return };
        let (text, surface) = texts[*index];
        let message = format!(
            "this number is in {} digits, and others of the message are in {} ones",
            other.kind.name(),
            usual.kind.name()
        );
        cx.report(cx.mark(text, other.range.clone()), message)
            .component(surface.component())
            .help("write all numbers with the same digits, those that are put in for variables too");
    }
}

/// A kind of digits, by the code point of its zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Western,
    Arabic,
    Persian,
    Indian(u32),
}

impl Kind {
    fn of(digit: char) -> Option<Self> {
        match u32::from(digit) {
            0x30..=0x39 => Some(Self::Western),
            0x660..=0x669 => Some(Self::Arabic),
            0x6F0..=0x6F9 => Some(Self::Persian),
            code @ (0x966..=0x96F
            | 0x9E6..=0x9EF
            | 0xA66..=0xA6F
            | 0xAE6..=0xAEF
            | 0xBE6..=0xBEF
            | 0xC66..=0xC6F
            | 0xCE6..=0xCEF
            | 0xD66..=0xD6F
            | 0xE50..=0xE59
            | 0xED0..=0xED9) => Some(Self::Indian(code & !0xF)),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Western => "Western (0-9)",
            Self::Arabic => "Arabic (٠-٩)",
            Self::Persian => "Persian (۰-۹)",
            Self::Indian(0x960) => "Devanagari (०-९)",
            Self::Indian(0x9E0) => "Bengali (০-৯)",
            Self::Indian(0xE50) => "Thai (๐-๙)",
            Self::Indian(_) => "the script's own",
        }
    }
}

struct Number {
    kind: Kind,
    range: Range<usize>,
}

/// The numbers of a text that a person writes. Phone numbers, codes and addresses are Western everywhere.
fn numbers(text: &Text) -> Vec<Number> {
    let value = text.value();
    let variables = text.variables.list.iter().map(|variable| variable.range.clone());
    let mut numbers: Vec<Number> = Vec::new();
    for (at, digit) in outside(value, variables) {
        let Some(kind) = Kind::of(digit) else { continue };
        let end = at + digit.len_utf8();
        match numbers.last_mut() {
            Some(last) if last.range.end == at && last.kind == kind => last.range.end = end,
            _ => numbers.push(Number { kind, range: at..end }),
        }
    }
    numbers.retain(|number| number.kind != Kind::Western || is_prose(value, &number.range));
    numbers
}

/// Whether a Western number stands by itself: a blank, a sign of money or a bracket around it, and no long row of digits.
fn is_prose(value: &str, range: &Range<usize>) -> bool {
    let joins =
        |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '+' | '-' | '/' | '.' | '_' | '#' | ':' | '=');
    let before = value[..range.start].chars().next_back().is_some_and(joins);
    let behind = value[range.end..].chars().next().is_some_and(|sign| joins(sign) && sign != '.');
    !before && !behind && range.len() < 5
}
