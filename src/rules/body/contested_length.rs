//! A marketing body above the length that some providers report.

use crate::rules::prelude::*;
use crate::text::wording::number;

/// `body/contested-length`
pub struct ContestedLength;

impl Rule for ContestedLength {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if surface != Surface::Body || cx.category() != Some(Category::Marketing) {
            return;
        }
        let contested = limits::BODY_LENGTH_MARKETING_CONTESTED.count();
        let offer = cx.variant().is_some_and(|variant| variant.offer.is_some());
        let limit = if offer { limits::BODY_LENGTH_OFFER.count() } else { limits::BODY_LENGTH.count() };
        let characters = text.value().chars().count();
        // What is over the limit itself is told as that.
        if (contested + 1..=limit).contains(&characters) {
            let surplus = text.value().char_indices().nth(contested).map_or(0, |(at, _)| at);
            cx.report(
                cx.mark(text, surplus..text.value().len()),
                format!(
                    "the body has {} characters, and some report that Meta stops at {}",
                    number(characters),
                    number(contested)
                ),
            )
            .help(format!(
                "shorten it by {} to be safe; Meta's own pages say {}",
                number(characters - contested),
                number(limit)
            ));
        }
    }
}
