//! Phrases that speak for a category, language by language.

use std::ops::Range;

use super::class::Class;
use super::key::of_tag;
use crate::text::{Folded, Phrases};
use crate::vocabulary::{self, Known, Meaning, Vocabulary};

/// What phrases are about.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag {
    /// What they speak for.
    pub class: Class,
    /// Its name in the lexicons.
    pub name: &'static str,
    /// What such a phrase is, in a few words for people.
    pub says: &'static str,
    /// Its place among all; behind all for what the model does not know.
    pub(super) place: u16,
}

impl Tag {
    /// Phrases of a class, by their name in the lexicons, and what they are for people.
    pub(crate) const fn new(place: u16, class: Class, name: &'static str, says: &'static str) -> Self {
        Self { class, name, says, place }
    }

    /// What it is known by outside of this program.
    pub(super) fn key(&self) -> u32 {
        of_tag(self.class, self.name)
    }
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

/// Adds what speaks for a category among the phrases of a text. Where several overlap, the longest of each class and all
/// that carry no class.
pub(super) fn choose<'k>(known: impl Iterator<Item = &'k Known>, found: &mut Vec<Found>) {
    let (first, mut ends, mut harmless) = (found.len(), [0; 5], Vec::new());
    for known in known {
        let Meaning::Category(tag, weight) = known.meaning else { continue };
        let end = &mut ends[tag.class as usize];
        if tag.class != Class::Concept && known.range.start < *end {
            continue;
        }
        *end = known.range.end;
        match tag.class {
            Class::Harmless => harmless.push(known.range.clone()),
            _ => found.push(Found { tag, weight, range: known.range.clone() }),
        }
    }
    if !harmless.is_empty() {
        let inside = |found: &Found| harmless.iter().any(|h| h.start <= found.range.start && found.range.end <= h.end);
        let kept = found.split_off(first).into_iter().filter(|f| f.tag.class != Class::Marketing || !inside(f));
        found.extend(kept);
    }
}

/// What speaks for a category in a few words by themselves.
pub(super) fn find(text: &Folded, vocabularies: impl Iterator<Item = &'static Vocabulary>) -> Vec<Found> {
    let mut found = Vec::new();
    vocabularies.for_each(|vocabulary| choose(vocabulary.find(text).iter(), &mut found));
    found
}

/// What the configuration calls promotional.
static OWN_TAG: Tag = Tag::new(u16::MAX, Class::Marketing, super::reading::OWN, "promotional by your configuration");

/// The phrases of the configuration in a text.
pub(crate) fn own_phrases(phrases: &Phrases, text: &Folded) -> Vec<Found> {
    let found = |hit: crate::text::Hit| Found { tag: &OWN_TAG, weight: 3, range: hit.range };
    phrases.find(text).into_iter().map(found).collect()
}

/// Every phrase of a language's own lexicon that speaks for marketing or utility: for which, how much, and the phrase.
/// What the model is trained with, beside texts.
pub fn phrases(code: &str) -> Vec<(bool, u8, String)> {
    let own = vocabulary::of(Some(code)).into_iter().flat_map(Vocabulary::written);
    own.filter_map(|(meaning, phrase)| {
        let Meaning::Category(tag, weight) = meaning else { return None };
        let speaks = matches!(tag.class, Class::Marketing | Class::Utility);
        speaks.then_some((tag.class == Class::Marketing, weight, phrase))
    })
    .collect()
}
