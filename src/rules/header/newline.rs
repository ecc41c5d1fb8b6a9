//! A header of more than one line.

use super::shared;
use crate::rules::plain;
use crate::rules::prelude::*;

/// `header/newline`
pub struct Newline;

impl Rule for Newline {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if shared::is_shown(text, surface, cx) {
            plain::line_breaks(text, "header", cx);
        }
    }
}
