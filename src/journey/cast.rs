//! The templates of a run by name, and the journey with what they say.

use std::collections::BTreeMap;

use crate::rules::File;
use crate::template::{Category, Template, Variant};
use crate::windows::{Contact, Event, Outbound};

use super::Journey;

/// The templates of a run by name.
#[derive(Debug, Default)]
pub struct Templates<'f>(BTreeMap<&'f str, Vec<&'f Template>>);

impl<'f> Templates<'f> {
    /// All templates of some files.
    pub fn of(files: &'f [File]) -> Self {
        let mut all: BTreeMap<&str, Vec<&Template>> = BTreeMap::new();
        for template in files.iter().flat_map(|file| &file.content.templates) {
            if let Some(name) = &template.name {
                all.entry(name.value.trim()).or_default().push(template);
            }
        }
        Self(all)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every name.
    pub fn names(&self) -> impl Iterator<Item = &'f str> {
        self.0.keys().copied()
    }

    /// The language versions of that name; nothing where there is no such template.
    pub fn variants(&self, name: &str) -> Option<Vec<(&'f Template, &'f Variant)>> {
        let templates = self.0.get(name.trim())?;
        let of = |template: &&'f Template| template.variants.iter().map(|variant| (*template, variant)).collect();
        Some(templates.iter().flat_map(|template| -> Vec<_> { of(template) }).collect())
    }

    /// The category of the templates of that name.
    pub fn category(&self, name: &str) -> Option<Category> {
        self.0.get(name.trim())?.iter().find_map(|template| template.category())
    }
}

/// What happens in a journey, with the categories that its templates declare.
pub fn events(journey: &Journey, templates: &Templates<'_>) -> Vec<Event> {
    let cast = |message: &super::Message| {
        let mut event = message.event;
        if let (Contact::Out(Outbound::Template { category, .. }), Some(name)) = (&mut event.contact, &message.template)
            && let Some(declared) = templates.category(&name.value)
        {
            *category = Some(declared);
        }
        event
    };
    journey.messages.iter().map(cast).collect()
}
