//! A footer that is too long.

use crate::rules::length;
use crate::rules::prelude::*;

/// `footer/length`
pub struct Length;

impl Rule for Length {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if surface == Surface::Footer {
            length::check(text, "footer", &limits::FOOTER_LENGTH, cx);
        }
    }
}
