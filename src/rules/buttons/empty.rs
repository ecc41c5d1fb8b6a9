//! A list of buttons with no button in it.

use crate::rules::prelude::*;

/// `buttons/empty`
pub struct Empty;

impl Rule for Empty {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let cards = variant.carousel.iter().flat_map(|carousel| &carousel.cards);
        for buttons in variant.buttons.iter().chain(cards.filter_map(|card| card.buttons.as_ref())) {
            if buttons.list.is_empty() && !holds_something_else(cx) {
                cx.report(cx.at(buttons.key), "there is no button in this list of buttons")
                    .component("buttons")
                    .help("add a button, or take the list out");
            }
        }
    }
}

/// Whether the file has lists of buttons with things that are no buttons, which is told as such.
fn holds_something_else(cx: &Context<'_>) -> bool {
    let misfits = cx.file().map_or(&[][..], |file| &file.content().misfits);
    misfits.iter().any(|misfit| matches!(misfit, Misfit::WrongType { what, .. } if what == "a button"))
}
