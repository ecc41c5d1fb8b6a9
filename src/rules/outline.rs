//! What is known of a file all the time, so that nobody has to understand it again to count, or to see whom it has to
//! do with.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::rules::header::shared::headers;
use crate::rules::{identity, policy};
use crate::template::{Content, Leaf};

/// What a file holds, in figures.
///
/// Names and texts are known by their hashes. What happens to have the same hash is looked at together for nothing: it
/// is never told to be the same because of that.
#[derive(Debug, Default)]
pub struct Outline {
    /// How many templates.
    pub templates: usize,
    /// How many languages they have together.
    pub variants: usize,
    /// How many journeys.
    pub journeys: usize,
    /// The media files that its headers name.
    pub(super) media: Box<[Leaf]>,
    /// The names of its templates.
    names: Box<[u64]>,
    /// Its languages that count as templates, each with its name, in their order.
    pub(super) translations: Box<[u64]>,
    /// What its languages say.
    texts: Box<[u64]>,
}

impl Outline {
    /// Of what was read in a file.
    pub fn of(content: &Content) -> Self {
        let templates = &content.templates;
        let variants = || templates.iter().flat_map(|template| &template.variants);
        let names = templates.iter().filter_map(|template| template.name.as_ref());
        let translations = identity::shared::translations(templates);
        Self {
            templates: templates.len(),
            variants: variants().count(),
            journeys: content.journeys.len(),
            media: variants().flat_map(headers).filter_map(|(header, _)| header.media.clone()).collect(),
            names: names.map(|name| name_hash(&name.value)).collect(),
            translations: translations.map(|one| hash(one.key())).collect(),
            texts: templates.iter().flat_map(policy::duplicate_content::contents).map(hash).collect(),
        }
    }

    /// Whether there is nothing in the file that can be checked.
    pub fn is_empty(&self) -> bool {
        self.templates == 0 && self.journeys == 0
    }

    /// Whether one of its templates has a name.
    pub(crate) fn has_names(&self) -> bool {
        !self.names.is_empty()
    }

    /// Whether one of its templates may have a name with that hash.
    pub(crate) fn may_name(&self, is_wanted: impl Fn(u64) -> bool) -> bool {
        self.names.iter().any(|name| is_wanted(*name))
    }

    /// What it may have in common with other files.
    pub(super) fn ties(&self) -> impl Iterator<Item = u64> {
        self.names.iter().chain(&self.texts).copied()
    }
}

/// What a name of a template is known by.
pub(crate) fn name_hash(name: &str) -> u64 {
    hash(("name", name.trim()))
}

/// The same in every run, so that every run looks at the same files together.
fn hash(what: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}
