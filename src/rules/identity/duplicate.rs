//! A template that is defined twice.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::shared;
use crate::finding::shortened;
use crate::rules::prelude::*;

/// `identity/duplicate`
pub struct Duplicate;

impl Rule for Duplicate {
    fn run(&self, files: &[File], cx: &mut Context<'_>) {
        let mut seen: HashMap<(&str, &str), (&Template, &Leaf)> = HashMap::new();
        let templates = files.iter().flat_map(|file| &file.content.templates);
        // What Meta has returned is beside the file it was made from, and not a second template.
        for template in templates.filter(|template| !template.is_returned()) {
            for variant in &template.variants {
                let (Some(name), Some(language)) = (shared::possible_name(template), &variant.language) else {
                    continue;
                };
                // In the Graph form the name is what would be changed; in the other it stands for all languages.
                let place = if template.form == Form::Graph { name } else { language };
                match seen.entry((name.value.trim(), &language.value)) {
                    Entry::Vacant(entry) => {
                        entry.insert((template, place));
                    }
                    // A language that stands twice in one template is a key that stands twice.
                    Entry::Occupied(first) if std::ptr::eq(first.get().0, template) => {}
                    Entry::Occupied(first) => tell((template, place), *first.get(), (name, language), cx),
                }
            }
        }
    }
}

type Defined<'t> = (&'t Template, &'t Leaf);

fn tell(again: Defined<'_>, first: Defined<'_>, (name, language): (&Leaf, &Leaf), cx: &mut Context<'_>) {
    let place = |(template, leaf): Defined<'_>, cx: &Context<'_>| cx.leaf_of(template.file, leaf);
    let (again, first) = (place(again, cx), place(first, cx));
    let message = format!("`{}` in `{}` is here for the second time", name.value.trim(), language.value);
    let finding = cx.report(again, message);
    finding.help("give one of them another name or language, or remove it").related(first, "the first one is here");
    finding.template = Some(shortened(&*name.value));
    finding.language = Some(shortened(&*language.value));
}
