//! What the rules about headers have in common.

use crate::policy::Standing;
use crate::rules::prelude::*;

/// The headers of a variant: its own and those of its cards, each with the component it belongs to.
pub(in crate::rules) fn headers(variant: &Variant) -> impl Iterator<Item = (&Header, &'static str)> {
    let cards = variant.carousel.iter().flat_map(|carousel| &carousel.cards);
    let own = variant.header.iter().map(|header| (header, "header"));
    own.chain(cards.filter_map(|card| Some((card.header.as_ref()?, "carousel"))))
}

/// Whether a text is what its header shows. Beside a picture or a map it is not, and `header/unexpected-text` says so.
pub(super) fn is_shown(text: &Text, surface: Surface, cx: &Context<'_>) -> bool {
    let header = cx.variant().and_then(|variant| header_of(text, variant));
    let shows_else = header.and_then(|header| header.format).is_some_and(|format| format != HeaderFormat::Text);
    surface == Surface::Header && !shows_else
}

/// The header that a text belongs to. Cards are searched by their place in the file, as there may be very many.
fn header_of<'v>(text: &Text, variant: &'v Variant) -> Option<&'v Header> {
    let cards = variant.carousel.as_ref().map_or(&[][..], |carousel| &carousel.cards);
    let behind = cards.partition_point(|card| card.key.start <= text.leaf.span.start);
    let card = cards[..behind].last().and_then(|card| card.header.as_ref());
    let is_its = |header: &&Header| header.text.as_ref().is_some_and(|own| own.leaf.node == text.leaf.node);
    variant.header.iter().chain(card).find(is_its)
}

/// The formats that Meta describes.
pub(super) fn documented_formats() -> impl Iterator<Item = &'static str> {
    policy::HEADER_FORMATS.iter().filter(|part| part.standing == Standing::Documented).map(|part| part.name)
}
