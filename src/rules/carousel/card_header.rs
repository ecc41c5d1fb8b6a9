//! A card without a picture.

use crate::rules::prelude::*;

/// `carousel/card-header`
pub struct CardHeader;

impl Rule for CardHeader {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let cards = variant.carousel.iter().flat_map(|carousel| &carousel.cards);
        for (card, number) in cards.zip(1..) {
            match &card.header {
                None => missing(card, number, cx),
                Some(header) => unfit(header, number, cx),
            }
        }
    }
}

fn missing(card: &Card, number: usize, cx: &mut Context<'_>) {
    cx.report(cx.at(card.key), format!("card {number} has no header"))
        .component("carousel")
        .help("add a header with an IMAGE or a VIDEO; every card needs one");
}

fn unfit(header: &Header, number: usize, cx: &mut Context<'_>) {
    // A format that is missing or not known is told as such.
    let Some(format) = header.format else { return };
    if policy::part(policy::HEADER_FORMATS, format.name()).is_none_or(|part| part.card) {
        return;
    }
    let place = header.format_leaf.as_ref().map_or(cx.at(header.key), |leaf| cx.leaf(leaf));
    cx.report(place, format!("the header of card {number} is {}, and a card shows an IMAGE or a VIDEO", format.name()))
        .component("carousel")
        .help("show an IMAGE or a VIDEO; words go into the body of the card");
}
