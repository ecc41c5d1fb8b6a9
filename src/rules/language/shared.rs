//! What the rules about languages have in common.

use std::sync::Arc;

use crate::finding::Place;
use crate::language::{Reading, places_of_evidence};
use crate::policy;
use crate::rules::Context;
use crate::text::wording::any_of;

/// So many words are quoted as evidence.
const QUOTED: usize = 4;

/// Where a variant is in the wrong language as a whole: all words of its main text, and the component they stand in.
pub(super) fn main_place(reading: &Reading<'_>, cx: &Context<'_>) -> Option<(Place, &'static str)> {
    let index = reading.evidence.main_text()?;
    let (text, surface) = reading.evidence.texts[index];
    let range = places_of_evidence(&reading.evidence.words, index)?;
    Some((cx.mark(text, range), surface.component()))
}

/// `your`, `has` and 4 more
pub(super) fn quoted(words: &[Arc<str>]) -> String {
    let first: Vec<String> = words.iter().take(QUOTED).map(|word| format!("`{word}`")).collect();
    first.join(", ")
}

/// `31 of 34 letters are Cyrillic`
pub(super) fn share(reading: &Reading<'_>) -> String {
    let (script, most, total) = reading.letters;
    format!("{most} of {total} letters are {}", script.name())
}

/// `Arabic (ar)`: the language that a variant declares.
pub(super) fn declared(reading: &Reading<'_>) -> String {
    format!("{} (`{}`)", reading.declared.name, reading.declared.code)
}

/// What to do about a text in another language.
pub(super) fn write_or_refile(reading: &Reading<'_>, codes: &[&str]) -> String {
    let right = format!("write the text in {}", reading.declared.name);
    // The languages that come first are the ones without a region, or the only ones.
    let codes: Vec<String> =
        codes.iter().take(4).filter(|code| policy::language(code).is_some()).map(|code| format!("`{code}`")).collect();
    if codes.is_empty() { right } else { format!("{right}, or file it under {}", any_of(&codes)) }
}
