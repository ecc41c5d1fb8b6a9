//! Phrases that speak for a category, language by language.

use std::ops::Range;

use super::features::{of_label_tag, of_tag};
use crate::text::{Folded, Phrases};
use crate::vocabulary::{self, Known, Meaning, Vocabulary};

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
    pub(crate) const fn new(class: Class, name: &'static str, says: &'static str) -> Self {
        Self { class, name, says, key: of_tag(class, name), label_key: of_label_tag(class, name) }
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

/// What speaks for a category among the phrases of a text. Where several overlap, the longest of each class and all that
/// carry no class.
pub(super) fn chosen<'k>(known: impl Iterator<Item = &'k Known>) -> Vec<Found> {
    let mut ends = [0; 5];
    let mut found = Vec::new();
    for known in known {
        let Meaning::Category(tag, weight) = known.meaning else { continue };
        let end = &mut ends[tag.class as usize];
        if tag.class == Class::Concept || *end <= known.range.start {
            *end = known.range.end;
            found.push(Found { tag, weight, range: known.range.clone() });
        }
    }
    let harmless: Vec<Range<usize>> =
        found.iter().filter(|found| found.tag.class == Class::Harmless).map(|found| found.range.clone()).collect();
    let inside = |range: &Range<usize>| harmless.iter().any(|h| h.start <= range.start && range.end <= h.end);
    found.retain(|found| match found.tag.class {
        Class::Marketing => !inside(&found.range),
        Class::Harmless => false,
        _ => true,
    });
    found
}

/// What speaks for a category in a few words by themselves.
pub(super) fn find(text: &Folded, vocabularies: impl Iterator<Item = &'static Vocabulary>) -> Vec<Found> {
    vocabularies.flat_map(|vocabulary| chosen(vocabulary.find(text).iter())).collect()
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
    let own = vocabulary::of(Some(code)).into_iter().flat_map(Vocabulary::written);
    own.filter_map(|(meaning, phrase)| {
        let Meaning::Category(tag, weight) = meaning else { return None };
        let speaks = matches!(tag.class, Class::Marketing | Class::Utility);
        speaks.then_some((tag.class == Class::Marketing, weight, phrase))
    })
    .collect()
}
