//! An emoji in a header.

use super::shared;
use crate::rules::plain;
use crate::rules::prelude::*;

/// `header/emoji`
pub struct Emoji;

impl Rule for Emoji {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if shared::is_shown(text, surface, cx) {
            plain::emoji(text, "header", cx);
        }
    }
}
