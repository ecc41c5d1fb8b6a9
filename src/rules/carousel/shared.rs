//! What the rules about carousels have in common.

use crate::rules::prelude::*;

/// The buttons of a card; none where it has no list of them.
pub(super) fn buttons(card: &Card) -> &[Button] {
    card.buttons.as_ref().map_or(&[], |buttons| &buttons.list)
}

/// Whether a card shows a product of the catalogue, and not a picture or video of its own.
pub(super) fn shows_product(card: &Card) -> bool {
    card.header.as_ref().is_some_and(|header| header.format == Some(HeaderFormat::Product))
}

/// Whether some of the carousel's cards could not be read, which is told as such.
pub(super) fn has_unread_cards(cx: &Context<'_>) -> bool {
    let misfits = cx.file().map_or(&[][..], |file| &file.content().misfits);
    misfits.iter().any(|misfit| match misfit {
        Misfit::WrongType { what, .. } => what == "a card" || what == "`cards`" || what == "`carousel`",
        _ => false,
    })
}
