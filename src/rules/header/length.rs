//! A header that is too long.

use super::shared;
use crate::rules::length;
use crate::rules::prelude::*;

/// `header/length`
pub struct Length;

impl Rule for Length {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if shared::is_shown(text, surface, cx) {
            length::check(text, "header", &limits::HEADER_LENGTH, cx);
        }
    }
}
