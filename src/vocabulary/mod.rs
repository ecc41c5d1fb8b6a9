//! The words that walint knows of a language: what speaks for a category, and what makes a reviewer look twice. They
//! stand in one list, so that a text is read once for all who ask.

mod read;

pub use read::{Read, Reads};

use std::ops::Range;

use crate::category::Tag;
use crate::policy::{self, content::List};
use crate::text::{Folded, Hit, Phrases};

// VOCABULARIES with their CODES, ANY and TAGS, made by the build from `rules/policy/lexicons/` and `rules/policy/words/`.
mod data {
    use super::{Sense, Vocabulary};
    use crate::category::{Class, Tag};
    use crate::policy::content::List;
    use crate::text::{Boundary, Phrases};

    include!(concat!(env!("OUT_DIR"), "/vocabulary.rs"));
}

/// What a phrase stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// It speaks for a category, or is something that the model weighs; with how much it says: 3 decides, 2 is strong,
    /// 1 supports.
    Category(&'static Tag, u8),
    /// It belongs to a list of what makes a reviewer look twice.
    Content(List),
}

/// The phrases of a language.
#[derive(Debug)]
pub struct Vocabulary {
    /// The language; `any` for what means the same in all of them.
    pub language: &'static str,
    /// Whether people are asked behind the thing that is asked for, beside before it.
    pub asks_after: bool,
    /// Whether people mix English words in, or its script can not be mistaken for theirs.
    with_english: bool,
    /// Whether [`ANY`] is a part of it.
    with_any: bool,
    phrases: Phrases,
    senses: &'static [Sense],
}

/// A meaning as it is kept: without an address, which would have to be put right at every start of the program.
#[derive(Clone, Copy, Debug)]
enum Sense {
    /// A tag by its place in `TAGS`, and a weight.
    Category(u16, u8),
    Content(List),
}

impl Sense {
    fn meaning(self) -> Option<Meaning> {
        match self {
            Self::Category(tag, weight) => Some(Meaning::Category(data::TAGS.get(usize::from(tag))?, weight)),
            Self::Content(list) => Some(Meaning::Content(list)),
        }
    }
}

/// A phrase that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// What it stands for.
    pub meaning: Meaning,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

impl Vocabulary {
    /// The phrases of a text in its order, the longest first where several start together.
    pub fn find(&self, text: &Folded) -> Vec<Known> {
        let known = |hit: Hit| Some(Known { meaning: self.meaning(hit.meaning)?, range: hit.range });
        self.phrases.find(text).into_iter().filter_map(known).collect()
    }

    /// Every phrase with what it stands for, with `{{1}}` for a number and without signs for the rest of a word.
    pub fn written(&self) -> impl Iterator<Item = (Meaning, String)> {
        let meaning = |(meaning, phrase): (usize, String)| Some((self.meaning(meaning)?, phrase));
        self.phrases.written().into_iter().filter_map(meaning)
    }

    fn meaning(&self, number: usize) -> Option<Meaning> {
        self.senses.get(number)?.meaning()
    }
}

/// The vocabulary for a language code; English where there is no code.
pub fn of(code: Option<&str>) -> Option<&'static Vocabulary> {
    let code = code.map_or("en", str::trim);
    let known = |code: &str| data::CODES.binary_search_by_key(&code, |(known, _)| *known).ok();
    let at = known(code).or_else(|| known(policy::base(code)))?;
    data::VOCABULARIES.get(usize::from(data::CODES[at].1))
}

/// What phrases of categories can be about.
pub(crate) fn tags() -> &'static [Tag] {
    data::TAGS
}

/// The vocabularies that texts of a language are read with: its own, and English where people mix it in.
pub fn all(code: Option<&str>) -> impl Iterator<Item = &'static Vocabulary> + Clone {
    of(code).into_iter().chain(english_beside(code))
}

/// English, where the people who write in a language may mix it in.
fn english_beside(code: Option<&str>) -> Option<&'static Vocabulary> {
    let base = policy::base(code.map_or("en", str::trim));
    if base == "en" {
        return None;
    }
    let mixed = || match of(code) {
        Some(own) => own.with_english,
        // Words of two scripts can not be mistaken for each other.
        None => !is_latin(base),
    };
    of(None).filter(|_| mixed())
}

fn is_latin(base: &str) -> bool {
    let language = policy::LANGUAGES.iter().find(|language| policy::base(language.code) == base);
    language.is_none_or(|language| language.scripts.first() == Some(&"latin"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vocabularies_are_found_by_code() {
        for (code, language) in [
            (Some("en_GB"), "en"),
            (Some("es"), "es"),
            (Some(" pt_BR"), "pt"),
            (Some("zh_CN"), "zh-Hans"),
            (Some("zh_TW"), "zh-Hant"),
            (Some("pt-BR"), "pt"),
            (None, "en"),
        ] {
            assert_eq!(of(code).map(|known| known.language), Some(language));
        }
        assert!(of(Some("da")).is_none() && of(Some("")).is_none());
    }

    #[test]
    fn english_stands_beside_languages_that_mix_it_in_and_those_of_other_scripts() {
        let beside = |code: &str| english_beside(Some(code)).is_some();
        assert!(beside("hi") && beside("ru") && beside("ka") && beside("fil") && beside("zh_CN"));
        assert!(!beside("en_US") && !beside("fr") && !beside("da") && english_beside(None).is_none());
    }

    #[test]
    fn who_knows_one_list_of_content_knows_them_all() {
        use List::*;
        let lists = [
            Asks, Secrets, Harmless, Breaks, Threats, Shaming, Debts, Gambling, Alcohol, Tobacco, Drugs, Weapons,
            Adult, Money, Fillers, Slots, Tests,
        ];
        let has = |vocabulary: &Vocabulary, list| {
            vocabulary.senses.iter().any(|sense| sense.meaning() == Some(Meaning::Content(list)))
        };
        let with_content: Vec<&Vocabulary> = data::VOCABULARIES.iter().filter(|known| has(known, Asks)).collect();
        assert!(with_content.len() >= 14);
        for vocabulary in with_content {
            assert!(lists.into_iter().all(|list| has(vocabulary, list)), "{}", vocabulary.language);
        }
    }

    #[test]
    fn every_phrase_is_found_where_it_is_written() {
        for vocabulary in &data::VOCABULARIES {
            for (meaning, phrase) in vocabulary.written() {
                let found = vocabulary.find(&Folded::new(&phrase, &crate::text::Variables::parse(&phrase).list));
                let whole = found.iter().any(|found| found.meaning == meaning && found.range == (0..phrase.len()));
                assert!(whole, "{}: {phrase}", vocabulary.language);
            }
        }
    }
}
