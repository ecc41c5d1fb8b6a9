//! Phrases laid out for looking up: one automaton that reads a text letter by letter, and a filter that says at which
//! words it is worth starting. The build lays out the lists under `rules/`, so that a run finds them ready.

use std::collections::{BTreeMap, BTreeSet};

use fst::raw::Builder;

use super::folded::{Folded, VARIABLE};
use super::heads::{filter, head};

/// In a laid out phrase: the rest of a word.
pub(super) const REST_OF_WORD: char = '*';

/// An automaton of phrases, and what they stand for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Laid {
    /// From each phrase to the place in `lists` where its meanings begin.
    pub automaton: Vec<u8>,
    /// How many meanings, then the meanings; and so on.
    pub lists: Vec<u16>,
    /// The words they begin with, as a filter.
    pub heads: Vec<u8>,
}

/// Lays out phrases with what each stands for. One without words of its own is left out, and so never found.
///
/// # Errors
/// Says that there are too many meanings.
pub fn lay<'p>(phrases: impl IntoIterator<Item = (&'p str, u16)>) -> Result<Laid, String> {
    let mut meanings: BTreeMap<String, BTreeSet<u16>> = BTreeMap::new();
    for (written, meaning) in phrases {
        let pattern = pattern(written);
        if pattern.chars().any(|character| !matches!(character, VARIABLE | REST_OF_WORD)) {
            meanings.entry(pattern).or_default().insert(meaning);
        }
    }
    let heads = filter(meanings.keys().map(|pattern| head(pattern)));
    let mut builder = Builder::memory();
    let mut lists = Vec::new();
    let mut places: BTreeMap<BTreeSet<u16>, u64> = BTreeMap::new();
    for (pattern, meanings) in meanings {
        let place = match places.get(&meanings) {
            Some(place) => *place,
            None => {
                let place = lists.len() as u64;
                lists.push(u16::try_from(meanings.len()).map_err(|_| format!("`{pattern}` has too many meanings"))?);
                lists.extend(&meanings);
                places.insert(meanings, place);
                place
            }
        };
        builder.insert(&pattern, place).map_err(|error| error.to_string())?;
    }
    Ok(Laid { automaton: builder.into_inner().map_err(|error| error.to_string())?, lists, heads })
}

/// A written phrase, folded, with one sign for each `{n}` and each `*`; but nothing is the rest of a word at the start.
fn pattern(written: &str) -> String {
    let written = written.trim_start_matches('*');
    let fold = |words: &str| Folded::new(words, &[]).text().to_owned();
    let with_rests = |between: &str| between.split('*').map(fold).collect::<Vec<_>>().join("*");
    written.split("{n}").map(with_rests).collect::<Vec<_>>().join(&VARIABLE.to_string())
}
