//! An offer with too long a line.

use crate::rules::length;
use crate::rules::prelude::*;

/// `offer/text-length`
pub struct TextLength;

impl Rule for TextLength {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        // A variable must go anyway, and what is left may be short enough.
        if surface == Surface::Offer && text.variables.is_empty() {
            length::check(text, "text of the offer", &limits::OFFER_TEXT_LENGTH, cx);
        }
    }
}
