//! An offer whose message is too long.

use crate::rules::length;
use crate::rules::prelude::*;

/// `offer/body-length`
pub struct BodyLength;

impl Rule for BodyLength {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if surface == Surface::Body && cx.variant().is_some_and(|variant| variant.offer.is_some()) {
            length::check(text, "body of an offer", &limits::BODY_LENGTH_OFFER, cx);
        }
    }
}
