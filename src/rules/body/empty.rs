//! A body with nothing in it.

use crate::rules::prelude::*;
use crate::text::words;

/// `body/empty`
pub struct Empty;

impl Rule for Empty {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        let of_message = surface == Surface::Body && cx.category() != Some(Category::Authentication);
        if (of_message || surface == Surface::CardBody) && words::is_blank(text.value()) {
            let seen = if text.value().is_empty() { "is empty" } else { "has nothing but blanks" };
            cx.report(cx.whole(text), format!("the {} {seen}", surface.name())).help("write the message");
        }
    }
}
