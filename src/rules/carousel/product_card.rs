//! A card that shows a product, and more than a product card can have.

use super::shared;
use crate::rules::buttons::shared::place;
use crate::rules::prelude::*;
use crate::text::wording::counted;

/// `carousel/product-card`
pub struct ProductCard;

impl Rule for ProductCard {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let Some(carousel) = &variant.carousel else { return };
        let cards: Vec<(&Card, usize)> =
            carousel.cards.iter().zip(1..).filter(|(card, _)| shared::shows_product(card)).collect();
        for &(card, number) in &cards {
            buttons(card, number, cx);
            body(card, number, cx);
        }
        if cards.len() > 1 && cards.iter().all(|(card, _)| card.buttons.is_none()) {
            without_buttons(carousel, cx);
        }
        if cards.len() == carousel.cards.len() {
            more_than_needed(&cards, cx);
        }
    }
}

fn buttons(card: &Card, number: usize, cx: &mut Context<'_>) {
    let list = shared::buttons(card);
    let allowed = limits::PRODUCT_CARD_BUTTONS.count();
    for button in list.iter().take(allowed) {
        let (Some(kind), Some(leaf)) = (button.kind, &button.kind_leaf) else { continue };
        if !matches!(kind, ButtonKind::Spm | ButtonKind::Url) {
            cx.report(
                cx.leaf(leaf),
                format!("card {number} shows a product, and has a button of type {}", kind.name()),
            )
            .component("carousel")
            .help("use an SPM button, which opens the product, or a URL button");
        }
    }
    if let Some(surplus) = list.get(allowed) {
        let over = counted(list.len() - allowed, "button");
        cx.report(
            place(surplus, cx),
            format!("card {number} shows a product, and has {} of {allowed} button", list.len()),
        )
        .component("carousel")
        .help(format!("take {over} out; one SPM or URL button is all such a card has"));
    }
}

fn without_buttons(carousel: &Carousel, cx: &mut Context<'_>) {
    cx.report(cx.at(carousel.key), "the cards show products, and have no button")
        .component("carousel")
        .help("add `{type: SPM, text: View}` or a URL button to every card");
}

fn body(card: &Card, number: usize, cx: &mut Context<'_>) {
    let Some(body) = &card.body else { return };
    cx.report(cx.at(body.key), format!("card {number} shows a product, and has a text of its own"))
        .component("carousel")
        .severity(Severity::Warning)
        .confidence(Confidence::Medium)
        .help("take it out; the card shows the title and price that are in your catalogue");
}

/// Two cards stand for as many as are sent.
fn more_than_needed(cards: &[(&Card, usize)], cx: &mut Context<'_>) {
    let (needed, most) = (limits::CAROUSEL_CARDS_MIN.count(), limits::CAROUSEL_CARDS_MAX.count());
    let Some((card, _)) = cards.get(needed).filter(|_| cards.len() <= most) else { return };
    cx.report(cx.at(card.key), format!("{needed} product cards are enough in the template"))
        .component("carousel")
        .severity(Severity::Note)
        .outcome(Outcome::Advice)
        .help(format!("take this and later cards out; a message can be sent with up to {most} all the same"));
}
