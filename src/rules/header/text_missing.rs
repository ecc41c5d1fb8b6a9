//! A TEXT header that says nothing.

use super::shared;
use crate::rules::prelude::*;

/// `header/text-missing`
pub struct TextMissing;

impl Rule for TextMissing {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        for (header, component) in shared::headers(variant) {
            if header.format != Some(HeaderFormat::Text) {
                continue;
            }
            let place = match (&header.text, header.fields.get("text")) {
                (Some(text), _) if text.value().trim().is_empty() => cx.whole(text),
                (None, None) => cx.at(header.key),
                (None, Some(field)) if cx.is_absent(field) => cx.at(field.key),
                _ => continue,
            };
            cx.report(place, "the header is a TEXT header without text")
                .component(component)
                .help("write its text, or remove the header");
        }
    }
}
