//! A body that is too long.

use crate::rules::length;
use crate::rules::prelude::*;

/// `body/length`
pub struct Length;

impl Rule for Length {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if surface == Surface::Body && !cx.variant().is_some_and(has_a_lower_limit) {
            length::check(text, "body", &limits::BODY_LENGTH, cx);
        }
    }
}

/// Offers and products have less room for words, and rules of their own that say so.
fn has_a_lower_limit(variant: &Variant) -> bool {
    let mut buttons = variant.buttons.iter().flat_map(|buttons| &buttons.list);
    variant.offer.is_some() || buttons.any(|button| button.kind == Some(ButtonKind::Spm))
}
