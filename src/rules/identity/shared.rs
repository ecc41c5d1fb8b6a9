//! What the rules about a template's own keys have in common.

use crate::finding::Place;
use crate::rules::prelude::*;

/// The name, unless Meta refuses it for its length: there can be no second template of a name that no template can have,
/// and comparing one for each of thousands of languages takes its time.
pub(super) fn possible_name(template: &Template) -> Option<&Leaf> {
    let longest = limits::NAME_LENGTH.count() * char::MAX_LEN_UTF8;
    template.name.as_ref().filter(|name| name.value.len() <= longest)
}

/// Where a key lacks its value: the value if it is blank, the key if it stands alone, else where it would be added.
/// Nothing where there is a value, or one of another kind, which `syntax/wrong-type` tells.
pub(super) fn missing(template: &Template, key: &str, value: Option<&Leaf>, cx: &Context<'_>) -> Option<Place> {
    match (value, template.fields.get(key)) {
        (Some(value), _) => value.value.trim().is_empty().then(|| cx.leaf(value)),
        (None, Some(field)) => cx.is_absent(field).then(|| cx.at(field.key)),
        (None, None) => Some(cx.at(template.key)),
    }
}

/// A language of a template, which Meta counts as a template of its own.
pub(in crate::rules) struct Translation<'t> {
    pub template: &'t Template,
    pub name: &'t Leaf,
    pub language: &'t Leaf,
}

impl<'t> Translation<'t> {
    /// What two of them differ in.
    pub fn key(&self) -> (&'t str, &'t str) {
        (self.name.value.trim(), self.language.value.trim())
    }

    /// What would be changed: in the Graph form the name, in the other form it stands for all languages.
    pub fn place(&self) -> &'t Leaf {
        if self.template.form == Form::Graph { self.name } else { self.language }
    }
}

/// The languages of templates, as far as they have a name and a code.
pub(in crate::rules) fn translations(templates: &[Template]) -> impl Iterator<Item = Translation<'_>> {
    templates.iter().filter_map(|template| Some((template, possible_name(template)?))).flat_map(|(template, name)| {
        let languages = template.variants.iter().filter_map(|variant| variant.language.as_ref());
        languages.map(move |language| Translation { template, name, language })
    })
}
