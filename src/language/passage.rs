//! Sentences in another language than the rest.

use std::ops::Range;

use super::data::{self, PROFILES, Set};
use super::evidence::{self, Evidence, Tally};
use super::identify::{Declared, candidates, romanised};
use super::prose::Word;
use super::script::Script;

/// So many different words have to speak for another language, and none for the declared one.
const LEAST_WORDS: usize = 3;
/// Fewer letters of another script are a name.
const LEAST_LETTERS: usize = 8;

/// A part of a text in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The text, by its place in the variant.
    pub text: usize,
    /// Its bytes.
    pub range: Range<usize>,
    /// The language, or the script where that is all that can be told.
    pub name: &'static str,
    /// Whether `name` is that of a script.
    pub is_script: bool,
}

/// The passages of a variant whose declared language is among `own`, as far as it is known by its words.
pub fn find(declared: &Declared, evidence: &Evidence<'_>, own: Set) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    let mut joined = false;
    for words in evidence.words.chunk_by(|a, b| a.sentence == b.sentence) {
        let Some(found) = foreign(declared, words, own) else {
            // A sentence without any evidence does not part two passages.
            joined &= words.len() < 2;
            continue;
        };
        match passages.last_mut() {
            Some(last) if joined && last.text == found.text && last.name == found.name => {
                last.range.end = found.range.end
            }
            _ => passages.push(found),
        }
        joined = true;
    }
    passages
}

fn foreign(declared: &Declared, words: &[Word], own: Set) -> Option<Passage> {
    let letters = evidence::letters(words);
    let total: usize = letters.iter().sum();
    let own_letters: usize = declared.scripts.iter().map(|script| letters[*script as usize]).sum();
    let (script, most) = evidence::main_script(&letters);
    let (name, is_script) = if own_letters * 5 < total {
        in_another_script(words, script, most)?
    } else {
        (in_another_language(words, script, own)?, false)
    };
    // A lead-in before a colon may be in the right language.
    let mut foreign = words.iter().filter(|word| word.script == script);
    let first = foreign.next()?;
    let last = foreign.next_back().unwrap_or(first);
    Some(Passage { text: first.text, range: first.range.start..last.range.end, name, is_script })
}

/// A sentence in letters that the declared language does not use. Names in Latin letters are common everywhere.
fn in_another_script(words: &[Word], script: Script, letters: usize) -> Option<(&'static str, bool)> {
    let tally = Tally::of(words, script);
    let best = tally.best(candidates(script, 0) & !romanised(), 0, LEAST_WORDS).first().copied();
    let known = best.filter(|best| best.hits >= LEAST_WORDS && best.hits * 5 >= tally.len() * 2);
    let enough = if script.is_dense() { letters * 2 > LEAST_LETTERS } else { letters >= LEAST_LETTERS };
    match known {
        Some(best) => Some((best.profile().name, false)),
        None if script != Script::Latin && enough => Some((script.name(), true)),
        None => None,
    }
}

/// A sentence in the right letters with words that the declared language does not have.
fn in_another_language(words: &[Word], script: Script, own: Set) -> Option<&'static str> {
    if words.iter().filter(|word| word.lists != 0 && word.lists & own == 0).count() < LEAST_WORDS {
        return None;
    }
    let tally = Tally::of(words, script);
    if own == 0 || tally.len() < LEAST_WORDS {
        return None;
    }
    let best = tally.best(candidates(script, own), own, LEAST_WORDS).first().copied()?;
    let close = data::members(own).fold(0, |set, language| set | PROFILES[language].close);
    let least = LEAST_WORDS + usize::from(close & 1 << best.language != 0) + usize::from(best.profile().is_romanised());
    let speaks = best.words >= least && best.against == 0 && best.words * 5 >= tally.len() * 2;
    speaks.then(|| best.profile().name)
}
