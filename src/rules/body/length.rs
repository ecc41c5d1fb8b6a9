//! A body that is too long.

use crate::rules::length;
use crate::rules::prelude::*;

/// `body/length`
pub struct Length;

impl Rule for Length {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if surface == Surface::Body {
            length::check(text, "body", &limits::BODY_LENGTH, cx);
        }
    }
}
