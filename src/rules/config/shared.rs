//! What the rules about phrases ask.

use crate::config::{Demand, PhraseEntry};
use crate::rules::Context;

/// The entries with that demand that are about the variant the walk is in. Files are asked about last: that costs most.
pub fn entries<'r>(demand: Demand, cx: &Context<'r>) -> impl Iterator<Item = &'r PhraseEntry> {
    let config = cx.config();
    let language = cx.variant().and_then(|variant| variant.language.as_ref()).map(|code| code.value.trim());
    let name = cx.template().and_then(|template| template.name.as_ref()).map(|name| &*name.value);
    let path = cx.file().map_or("", |file| file.source.path());
    let category = cx.category();
    config
        .phrases
        .iter()
        .filter(move |entry| {
            entry.demand == demand && entry.is_for_language(language) && entry.is_for_category(category)
        })
        .filter(move |entry| entry.scope.covers_template(name) && entry.scope.covers(&config.root, path))
}
