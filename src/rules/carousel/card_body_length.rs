//! A card with too much text.

use crate::rules::length;
use crate::rules::prelude::*;

/// `carousel/card-body-length`
pub struct CardBodyLength;

impl Rule for CardBodyLength {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if surface == Surface::CardBody {
            length::check(text, "card body", &limits::CARD_BODY_LENGTH, cx);
        }
    }
}
