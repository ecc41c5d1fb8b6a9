//! An emoji in a footer.

use crate::rules::plain;
use crate::rules::prelude::*;

/// `footer/emoji`
pub struct Emoji;

impl Rule for Emoji {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if surface == Surface::Footer {
            plain::emoji(text, "footer", cx);
        }
    }
}
