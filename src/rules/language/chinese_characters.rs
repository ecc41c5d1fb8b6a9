//! Simplified characters in a text for Taiwan or Hong Kong, traditional ones in a text for the mainland.

use std::ops::Range;

use crate::finding::Place;
use crate::language::Chinese;
use crate::rules::prelude::*;
use crate::text::wording::number;

/// `language/chinese-characters`
pub struct ChineseCharacters;

/// So many different characters are quoted, and so many places told.
const QUOTED: usize = 8;

impl Rule for ChineseCharacters {
    fn variant(&self, _variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let Some(reading) = cx.reading() else { return };
        let declared = &reading.declared;
        let Some(expected) = Chinese::expected(declared.code) else { return };
        let (wrong, mut places, mut seen, mut count, mut component) =
            (expected.other(), Vec::new(), Vec::new(), 0, "body");
        for (text, surface) in &reading.evidence.texts {
            for run in runs(text.value(), wrong) {
                for character in text.value()[run.clone()].chars() {
                    count += 1;
                    if !seen.contains(&character) && seen.len() < QUOTED {
                        seen.push(character);
                    }
                }
                if places.is_empty() {
                    component = surface.component();
                }
                if places.len() <= QUOTED {
                    places.push(cx.mark(text, run));
                }
            }
        }
        if let [first, others @ ..] = places.as_slice() {
            let quoted: Vec<String> = seen.iter().map(ToString::to_string).collect();
            say(*first, others, count, &quoted.join(" "), (wrong, expected, declared.code), component, cx);
        }
    }
}

fn say(
    first: Place,
    others: &[Place],
    count: usize,
    quoted: &str,
    (wrong, expected, code): (Chinese, Chinese, &str),
    component: &'static str,
    cx: &mut Context<'_>,
) {
    let plural = if count == 1 { "" } else { "s" };
    let message = format!("{} {} character{plural} in a text for `{code}`: {quoted}", number(count), wrong.name());
    let finding = cx
        .report(first, message)
        .component(component)
        .help(format!("write {} characters; a name that is written so may stay", expected.name()));
    // A single one may well be a name.
    if count == 1 {
        finding.severity(Severity::Note).confidence(Confidence::Low);
    }
    for place in others {
        finding.related(*place, format!("{} here too", wrong.name()));
    }
}

/// The runs of characters of one way of writing. ASCII has none.
fn runs(text: &str, way: Chinese) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, character) in text.char_indices().filter(|(_, character)| !character.is_ascii() && way.has(*character)) {
        let end = at + character.len_utf8();
        match runs.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => runs.push(at..end),
        }
    }
    runs
}
