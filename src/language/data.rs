//! The languages, their words and letters, as compiled in.

use std::sync::LazyLock;

use super::Script;
use super::script::SCRIPTS;

include!(concat!(env!("OUT_DIR"), "/tongues.rs"));

/// A set of languages, by their place in [`PROFILES`].
pub type Set = u128;

/// What is known of a language.
#[derive(Debug)]
pub struct Profile {
    /// Meta's code without a region; `xx_latn` for one in letters that are not its own.
    pub code: &'static str,
    /// Its name in English.
    pub name: &'static str,
    /// For a language in Latin letters that are not its own: the codes it may stand under.
    pub of: &'static [&'static str],
    /// One of its letters, for its script.
    letter: char,
    /// Languages that it can not be told from, itself included.
    pub same: Set,
    /// Languages that it is told from only where nothing speaks for them.
    pub close: Set,
}

impl Profile {
    /// The script that its words are written in.
    pub fn script(&self) -> Option<Script> {
        Script::of(self.letter)
    }

    /// Whether it is written in Latin letters that are not its own.
    pub fn is_romanised(&self) -> bool {
        !self.of.is_empty()
    }
}

/// The languages that have a word.
pub fn languages_with(word: &str) -> Set {
    let found = WORDS.binary_search_by(|(start, end, _)| letters_of(*start, *end).cmp(word.as_bytes()));
    found.ok().and_then(|at| SETS.get(usize::from(WORDS[at].2))).copied().unwrap_or(0)
}

fn letters_of(start: u32, end: u32) -> &'static [u8] {
    LETTERS_OF_WORDS.as_bytes().get(start as usize..end as usize).unwrap_or_default()
}

/// The languages that write a letter; all of them where it tells nothing.
pub fn languages_writing(letter: char) -> Set {
    LETTERS.binary_search_by(|(known, _)| known.cmp(&letter)).map_or(Set::MAX, |at| LETTERS[at].1)
}

/// The languages of that kind.
pub fn select(wanted: impl Fn(&Profile) -> bool) -> Set {
    PROFILES.iter().enumerate().filter(|(_, profile)| wanted(profile)).fold(0, |set, (index, _)| set | 1 << index)
}

/// The languages whose words are written in a script.
pub static WRITTEN_IN: LazyLock<[Set; SCRIPTS]> =
    LazyLock::new(|| Script::ALL.map(|script| select(|profile| profile.script() == Some(script))));

/// The languages in Latin letters that are not their own.
pub static ROMANISED: LazyLock<Set> = LazyLock::new(|| select(Profile::is_romanised));

/// The places of the languages of a set.
pub fn members(mut set: Set) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let first = set.trailing_zeros() as usize;
        (set != 0).then(|| {
            set &= set - 1;
            first
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_that_are_searched_are_sorted() {
        assert!(
            WORDS.is_sorted_by(|a, b| letters_of(a.0, a.1) < letters_of(b.0, b.1))
                && LETTERS.is_sorted_by(|a, b| a.0 < b.0)
        );
        assert!(SIMPLIFIED.is_sorted() && TRADITIONAL.is_sorted());
    }

    #[test]
    fn a_word_is_written_in_the_letters_of_its_language() {
        for (start, end, set) in WORDS {
            let word = std::str::from_utf8(letters_of(start, end)).unwrap();
            for index in members(SETS[usize::from(set)]) {
                let profile = &PROFILES[index];
                let fits = word.chars().filter_map(Script::of).all(|script| Some(script) == profile.script());
                assert!(fits, "{}: {word}", profile.code);
            }
        }
    }
}
