//! A template that is defined twice.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::shared::{self, Translation};
use crate::finding::shortened;
use crate::rules::prelude::*;

/// `identity/duplicate`
pub struct Duplicate;

impl Rule for Duplicate {
    fn group(&self, files: Files<'_>, cx: &mut Context<'_>) {
        let mut seen: HashMap<(&str, &str), Translation<'_>> = HashMap::new();
        for again in files.iter().flat_map(|file| shared::translations(&file.content().templates)) {
            // What Meta has returned is beside the file it was made from, and not a second template.
            if again.template.is_returned() {
                continue;
            }
            match seen.entry((again.name.value.trim(), &again.language.value)) {
                Entry::Vacant(entry) => {
                    entry.insert(again);
                }
                // A language that stands twice in one template is a key that stands twice.
                Entry::Occupied(first) if std::ptr::eq(first.get().template, again.template) => {}
                Entry::Occupied(first) => tell(&again, first.get(), cx),
            }
        }
    }
}

fn tell(again: &Translation<'_>, first: &Translation<'_>, cx: &mut Context<'_>) {
    let place = |one: &Translation<'_>| cx.leaf_of(one.template.file, one.place());
    let (at, before) = (place(again), place(first));
    let (name, language) = (&again.name.value, &again.language.value);
    let message = format!("`{}` in `{language}` is here for the second time", name.trim());
    let finding = cx.report(at, message);
    finding.help("give one of them another name or language, or remove it").related(before, "the first one is here");
    finding.template = Some(shortened(&**name));
    finding.language = Some(shortened(&**language));
}
