//! A template without any text.

use crate::rules::prelude::*;

/// `identity/variants-missing`
pub struct VariantsMissing;

impl Rule for VariantsMissing {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        let place = match (template.fields.get("variants"), template.fields.get("components")) {
            (Some(field), None) if is_empty(field, cx) => cx.at(field.key),
            (None, None) if !template.is_from_library() => cx.at(template.key),
            _ => return,
        };
        cx.report(place, "the template has no texts in any language")
            .help("add `variants` with a language and its parts, such as `en_US: {body: ...}`");
    }
}

fn is_empty(field: &Field, cx: &Context<'_>) -> bool {
    let no_entries = |file: &File| file.tree().entries(field.value).is_some_and(<[_]>::is_empty);
    cx.is_absent(field) || cx.file().is_some_and(no_entries)
}
