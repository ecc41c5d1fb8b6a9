//! An offer that says nothing.

use crate::rules::prelude::*;

/// `offer/text-missing`
pub struct TextMissing;

impl Rule for TextMissing {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let Some(offer) = &variant.offer else { return };
        let place = match (&offer.text, offer.fields.get("text")) {
            (Some(text), _) if text.value().trim().is_empty() => cx.whole(text),
            (None, Some(field)) if cx.is_absent(field) => cx.at(field.key),
            (None, None) => cx.at(offer.key),
            _ => return,
        };
        cx.report(place, "the offer has no text").component("limited_time_offer").help(format!(
            "add a `text` of up to {} characters, such as `Ends soon`",
            limits::OFFER_TEXT_LENGTH.count()
        ));
    }
}
