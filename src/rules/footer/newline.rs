//! A footer of more than one line.

use crate::rules::plain;
use crate::rules::prelude::*;

/// `footer/newline`
pub struct Newline;

impl Rule for Newline {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if surface == Surface::Footer {
            plain::line_breaks(text, "footer", cx);
        }
    }
}
