//! An address that is too long.

use crate::rules::length;
use crate::rules::prelude::*;

/// `links/length`
pub struct Length;

impl Rule for Length {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if surface == Surface::Url {
            length::check(text, "address", &limits::URL_LENGTH, cx);
        }
    }
}
