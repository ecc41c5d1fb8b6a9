//! A footer that says nothing.

use crate::rules::prelude::*;

/// `footer/empty`
pub struct Empty;

impl Rule for Empty {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let Some(footer) = &variant.footer else { return };
        if footer.fields.get("code_expiration_minutes").is_some() {
            return;
        }
        let place = match (&footer.text, footer.fields.get("text")) {
            (Some(text), _) if text.value().trim().is_empty() => cx.whole(text),
            (None, None) => cx.at(footer.key),
            (None, Some(field)) if cx.is_absent(field) => cx.at(field.key),
            _ => return,
        };
        cx.report(place, "the footer has no text").component("footer").help("write its text, or remove the footer");
    }
}
