//! Latin commas and question marks in Arabic writing.

use crate::language::direction::outside;
use crate::language::{Reading, Script};
use crate::rules::prelude::*;
use crate::text::url;
use crate::text::wording::counted;

/// `language/arabic-punctuation`
pub struct ArabicPunctuation;

impl Rule for ArabicPunctuation {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        let is_arabic = |reading: &Reading<'_>| reading.declared.scripts.contains(&Script::Arabic);
        if surface == Surface::Url || !cx.reading().is_some_and(|reading| is_arabic(&reading)) {
            return;
        }
        let latin = latin_marks(text.value());
        let [(at, mark, right), ..] = latin.as_slice() else { return };
        let message = match latin.len() {
            1 => format!("`{mark}` is a Latin sign; in Arabic letters it is `{right}`"),
            count => format!(
                "`{mark}` is a Latin sign; in Arabic letters it is `{right}` ({} in this text)",
                counted(count, "such sign")
            ),
        };
        let edits = latin.iter().flat_map(|(at, _, right)| cx.replace(&text.leaf, *at..at + 1, right)).collect();
        cx.report(cx.mark(text, *at..at + 1), message)
            .help(format!("write `{right}`"))
            .safe_fix("write the Arabic signs", edits);
    }
}

/// Each sign right behind an Arabic letter, outside of addresses, with the one to write.
fn latin_marks(text: &str) -> Vec<(usize, char, &'static str)> {
    let mut marks = Vec::new();
    let mut behind_letter = false;
    for (at, character) in outside(text, url::find(text).map(|link| link.range)) {
        let right = match character {
            ',' => "،",
            ';' => "؛",
            '?' => "؟",
            _ => {
                // Vowel signs belong to the letter before them.
                behind_letter = Script::of(character) == Some(Script::Arabic);
                continue;
            }
        };
        if behind_letter {
            marks.push((at, character, right));
        }
    }
    marks
}
