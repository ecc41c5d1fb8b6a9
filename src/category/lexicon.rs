//! Phrases that speak for a category, language by language.

use std::ops::Range;

use crate::policy;
use crate::text::{Folded, Phrases};

use super::data::{LEXICONS, TAGS};
use super::features::{of_label_tag, of_tag};

/// What a phrase speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// Promotion.
    Marketing,
    /// Something the reader has or did.
    Utility,
    /// A passcode.
    Authentication,
    /// Nothing by itself: only the model weighs it.
    Concept,
    /// Nothing, although a part of it would.
    Harmless,
}

/// What phrases are about.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag {
    /// What they speak for.
    pub class: Class,
    /// Its name in the lexicons.
    pub name: &'static str,
    /// What such a phrase is, in a few words for people.
    pub says: &'static str,
    /// The feature that it is to the model.
    pub(super) key: u32,
    /// And what it is beside that on a label.
    pub(super) label_key: u32,
}

impl Tag {
    /// Phrases of a class, by their name in the lexicons, and what they are for people.
    pub(super) const fn new(class: Class, name: &'static str, says: &'static str) -> Self {
        Self { class, name, says, key: of_tag(class, name), label_key: of_label_tag(class, name) }
    }
}

/// The phrases of a language.
#[derive(Debug)]
pub struct Lexicon {
    /// The language.
    pub language: &'static str,
    pub(super) codes: &'static [&'static str],
    /// Whether people mix English words in.
    pub(super) with_english: bool,
    pub(super) phrases: Phrases,
    /// What phrases stand for: a tag, by index, and a weight: 3 decisive, 2 strong, 1 supporting.
    pub(super) meanings: &'static [(u16, u8)],
}

/// A phrase in a text.
#[derive(Clone, Debug)]
pub struct Found {
    /// What it is about.
    pub tag: &'static Tag,
    /// How much it says.
    pub weight: u8,
    /// Its bytes in the whole text.
    pub range: Range<usize>,
}

/// The lexicons for a language code: its own, and English where people mix it in. English where there is no code.
pub(super) fn lexicons(code: Option<&str>) -> impl Iterator<Item = &'static Lexicon> {
    let code = code.map_or("en", str::trim);
    let half = code.split(['_', '-']).next().unwrap_or(code);
    let own = LEXICONS.iter().find(|lexicon| lexicon.codes.iter().any(|known| *known == code || *known == half));
    // Words of two scripts can not be mistaken for each other.
    let latin = policy::LANGUAGES
        .iter()
        .find(|language| language.code.split('_').next() == Some(half))
        .is_none_or(|language| language.scripts.first() == Some(&"Latn"));
    let english = LEXICONS.iter().find(|lexicon| {
        lexicon.language == "en" && half != "en" && (!latin || own.is_some_and(|own| own.with_english))
    });
    own.into_iter().chain(english)
}

impl Lexicon {
    /// The phrases of a text. Where several overlap, the longest of each class and all that carry no class.
    pub fn find(&self, text: &Folded) -> Vec<Found> {
        let mut ends = [0; 5];
        let mut found = Vec::new();
        for hit in self.phrases.find(text) {
            let Some((tag, weight)) = self.meanings.get(hit.meaning).copied() else { continue };
            let Some(tag) = TAGS.get(usize::from(tag)) else { continue };
            let end = &mut ends[tag.class as usize];
            if tag.class == Class::Concept || *end <= hit.range.start {
                *end = hit.range.end;
                found.push(Found { tag, weight, range: hit.range });
            }
        }
        let harmless: Vec<Range<usize>> =
            found.iter().filter(|found| found.tag.class == Class::Harmless).map(|found| found.range.clone()).collect();
        let inside = |range: &Range<usize>| harmless.iter().any(|h| h.start <= range.start && range.end <= h.end);
        found.retain(|found| found.tag.class != Class::Marketing || !inside(&found.range));
        found.retain(|found| found.tag.class != Class::Harmless);
        found
    }
}

/// What the configuration calls promotional.
static OWN_TAG: Tag = Tag::new(Class::Marketing, super::reading::OWN, "promotional by your configuration");

/// The phrases of the configuration in a text.
pub(crate) fn own_phrases(phrases: &Phrases, text: &Folded) -> Vec<Found> {
    let found = |hit: crate::text::Hit| Found { tag: &OWN_TAG, weight: 3, range: hit.range };
    phrases.find(text).into_iter().map(found).collect()
}

/// Every phrase of a language's own lexicon that speaks for marketing or utility: for which, how much, and the phrase.
/// What the model is trained with, beside texts.
pub fn phrases(code: &str) -> Vec<(bool, u8, String)> {
    let own = lexicons(Some(code)).next().filter(|lexicon| code.starts_with(&lexicon.language[..2]));
    let phrases = own.into_iter().flat_map(|lexicon| {
        let written = lexicon.phrases.written().into_iter();
        written.map(|(meaning, phrase)| (lexicon.meanings.get(meaning).copied(), phrase))
    });
    phrases
        .filter_map(|(meaning, phrase)| {
            let (tag, weight) = meaning?;
            let class = TAGS.get(usize::from(tag))?.class;
            matches!(class, Class::Marketing | Class::Utility).then_some((class == Class::Marketing, weight, phrase))
        })
        .collect()
}
