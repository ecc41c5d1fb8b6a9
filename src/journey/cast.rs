//! The templates of a run by name, and the journey with what they say.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::rules::{File, name_hash};
use crate::template::{Category, Template, Variant};
use crate::windows::{Contact, Event, Outbound};

use super::Journey;

/// The templates of a run by name, as far as its journeys name them. The others are not at hand.
#[derive(Debug, Default)]
pub struct Templates<'f> {
    files: Vec<&'f File>,
    named: BTreeMap<&'f str, Vec<&'f Template>>,
    names: OnceCell<BTreeSet<String>>,
}

impl<'f> Templates<'f> {
    /// The templates of some files that the journeys in these files name.
    pub fn of(files: impl IntoIterator<Item = &'f File>) -> Self {
        let files: Vec<&File> = files.into_iter().collect();
        let messages = files.iter().flat_map(|file| journeys(file)).flat_map(|journey| &journey.messages);
        let wanted: HashSet<u64> =
            messages.filter_map(|message| message.template.as_ref()).map(|name| name_hash(&name.value)).collect();
        let mut named: BTreeMap<&str, Vec<&Template>> = BTreeMap::new();
        for file in files.iter().filter(|file| file.outline.may_name(|name| wanted.contains(&name))) {
            for template in &file.content().templates {
                if let Some(name) = &template.name {
                    named.entry(name.value.trim()).or_default().push(template);
                }
            }
        }
        Self { files, named, names: OnceCell::new() }
    }

    /// Whether no template in the files has a name.
    pub fn is_empty(&self) -> bool {
        !self.files.iter().any(|file| file.outline.has_names())
    }

    /// Every name in the files, in order. All of them are read again for that, once.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let names = self.names.get_or_init(|| {
            let files = self.files.iter().filter(|file| file.outline.has_names());
            let names = |file: &&File| -> Vec<String> {
                let names = file.content_again().templates.into_iter().filter_map(|template| template.name);
                names.map(|name| name.value.trim().to_owned()).collect()
            };
            files.flat_map(names).collect()
        });
        names.iter().map(String::as_str)
    }

    /// The language versions of that name; nothing where there is no such template.
    pub fn variants(&self, name: &str) -> Option<Vec<(&'f Template, &'f Variant)>> {
        let templates = self.named.get(name.trim())?;
        let of = |template: &&'f Template| template.variants.iter().map(|variant| (*template, variant)).collect();
        Some(templates.iter().flat_map(|template| -> Vec<_> { of(template) }).collect())
    }

    /// The category of the templates of that name.
    pub fn category(&self, name: &str) -> Option<Category> {
        self.named.get(name.trim())?.iter().find_map(|template| template.category())
    }
}

/// The journeys of a file. One without any is not understood again for that.
pub(crate) fn journeys(file: &File) -> &[Journey] {
    if file.outline.journeys == 0 { &[] } else { &file.content().journeys }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::FileId;
    use crate::input::Source;

    #[test]
    fn only_what_journeys_name_is_understood_again() {
        let template =
            |name: &str| format!("name: {name}\ncategory: UTILITY\nvariants: {{en: {{body: Hello there}}}}\n");
        let journey = "kind: journey\nevents:\n  - {t: 2026-11-02T09:00Z, dir: out, template: ' one '}\n".to_owned();
        let read = |(id, text): (u32, String)| {
            let mut file = File::read(FileId(id), Source::new(format!("{id}.yaml"), text.into()), true);
            file.forget();
            file
        };
        let texts = [template("two"), template("one"), journey, template("three")];
        let files: Vec<File> = (0..).zip(texts).map(read).collect();
        let templates = Templates::of(&files);
        assert_eq!(templates.category("one"), Some(Category::Utility));
        assert_eq!(templates.variants("one").map(|variants| variants.len()), Some(1));
        assert_eq!(templates.names().collect::<Vec<_>>(), ["one", "three", "two"]);
        assert_eq!(files.iter().map(File::is_forgotten).collect::<Vec<_>>(), [true, false, false, true]);
        assert!(!templates.is_empty() && Templates::of(&files[2..3]).is_empty());
    }
}
