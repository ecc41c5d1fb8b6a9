//! A carousel with too few or too many cards.

use super::shared;
use crate::rules::prelude::*;
use crate::text::wording::counted;

/// `carousel/card-count`
pub struct CardCount;

impl Rule for CardCount {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let Some(carousel) = &variant.carousel else { return };
        let (found, least, most) =
            (carousel.cards.len(), limits::CAROUSEL_CARDS_MIN.count(), limits::CAROUSEL_CARDS_MAX.count());
        if let Some(surplus) = carousel.cards.get(most) {
            let over = counted(found - most, "card");
            cx.report(cx.at(surplus.key), format!("the carousel has {found} of {most} cards"))
                .component("carousel")
                .help(format!("take {over} out; this is the first that is too many"));
        } else if found < least && !shared::has_unread_cards(cx) {
            cx.report(
                cx.at(carousel.key),
                format!("the carousel has {}, and needs {least} or more", counted(found, "card")),
            )
            .component("carousel")
            .help(format!("add cards; there can be {least} to {most}"));
        }
    }
}
