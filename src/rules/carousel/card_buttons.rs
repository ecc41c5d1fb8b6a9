//! A media card with buttons that cards do not have.

use super::shared;
use crate::policy::Standing;
use crate::rules::buttons::shared::place;
use crate::rules::prelude::*;
use crate::text::wording::{any_of, counted};

/// `carousel/card-buttons`
pub struct CardButtons;

impl Rule for CardButtons {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let Some(carousel) = &variant.carousel else { return };
        // Cards with products have a rule of their own.
        let cards = || carousel.cards.iter().zip(1..).filter(|(card, _)| !shared::shows_product(card));
        for (card, number) in cards() {
            count(card, number, cx);
            types(card, number, cx);
            order(card, number, cx);
        }
        if cards().count() > 1 && cards().all(|(card, _)| card.buttons.is_none()) {
            none(carousel, cx);
        }
    }
}

fn count(card: &Card, number: usize, cx: &mut Context<'_>) {
    let (buttons, most) = (shared::buttons(card), limits::CARD_BUTTONS_MAX.count());
    let Some(surplus) = buttons.get(most) else { return };
    let over = counted(buttons.len() - most, "button");
    cx.report(place(surplus, cx), format!("card {number} has {} of {most} buttons", buttons.len()))
        .component("carousel")
        .help(format!("take {over} out; this is the first that is too many"));
}

fn types(card: &Card, number: usize, cx: &mut Context<'_>) {
    for button in shared::buttons(card).iter().take(limits::CARD_BUTTONS_MAX.count()) {
        let (Some(kind), Some(leaf)) = (button.kind, &button.kind_leaf) else { continue };
        if fits(kind) {
            continue;
        }
        let names: Vec<&str> = FIRST_CHOICES.iter().map(|kind| kind.name()).collect();
        let message = match kind {
            ButtonKind::Spm => format!("card {number} has an SPM button, and shows no PRODUCT"),
            _ => format!("card {number} has a button of type {}, which cards do not have", kind.name()),
        };
        cx.report(cx.leaf(leaf), message).component("carousel").help(format!("use {}", any_of(&names)));
    }
}

/// What Meta's page on media cards names.
const FIRST_CHOICES: [ButtonKind; 3] = [ButtonKind::QuickReply, ButtonKind::Url, ButtonKind::PhoneNumber];

fn fits(kind: ButtonKind) -> bool {
    let part = policy::part(policy::BUTTON_TYPES, kind.name());
    kind != ButtonKind::Spm && part.is_none_or(|part| part.card || part.standing != Standing::Documented)
}

/// A card's checkout button comes first.
fn order(card: &Card, number: usize, cx: &mut Context<'_>) {
    let later = shared::buttons(card).iter().skip(1).find(|button| button.kind == Some(ButtonKind::OrderDetails));
    let Some(leaf) = later.and_then(|button| button.kind_leaf.as_ref()) else { return };
    cx.report(cx.leaf(leaf), format!("the ORDER_DETAILS button of card {number} is not the first"))
        .component("carousel")
        .help("put it before the other button of the card, on every card");
}

fn none(carousel: &Carousel, cx: &mut Context<'_>) {
    cx.report(cx.at(carousel.key), "no card has a button, and Meta may ask for one on every card")
        .component("carousel")
        .severity(Severity::Warning)
        .confidence(Confidence::Medium)
        .help(format!(
            "give every card {} or {} buttons, the same on all",
            limits::CARD_BUTTONS_MIN.count(),
            limits::CARD_BUTTONS_MAX.count()
        ));
}
