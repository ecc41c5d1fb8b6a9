//! Buttons that an offer lacks, or has too many of.

use super::shared;
use crate::rules::buttons::shared::place;
use crate::rules::prelude::*;

/// `offer/buttons`
pub struct Buttons;

impl Rule for Buttons {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(offer) = shared::at_home(variant, template) else { return };
        let list = variant.buttons.as_ref().map_or(&[][..], |buttons| &buttons.list);
        let of = |kind| list.iter().filter(move |button| button.kind == Some(kind));
        others(list, cx);
        match (of(ButtonKind::Url).next(), of(ButtonKind::Url).nth(1)) {
            // A button of unknown type may be a misspelt one.
            (None, _) if list.iter().all(|button| button.kind.is_some()) => no_link(variant, offer, cx),
            (Some(first), Some(second)) => second_link(first, second, cx),
            _ => {}
        }
        order(list, cx);
    }
}

fn others(list: &[Button], cx: &mut Context<'_>) {
    for button in list {
        let (Some(kind), Some(leaf)) = (button.kind, &button.kind_leaf) else { continue };
        if !matches!(kind, ButtonKind::Url | ButtonKind::CopyCode) {
            cx.report(cx.leaf(leaf), format!("an offer has no buttons of type {}", kind.name()))
                .component("buttons")
                .help("take it out; an offer has a COPY_CODE and a URL button, or a URL button alone");
        }
    }
}

fn no_link(variant: &Variant, offer: &Offer, cx: &mut Context<'_>) {
    let key = variant.buttons.as_ref().map_or(offer.key, |buttons| buttons.key);
    cx.report(cx.at(key), "the offer has no URL button")
        .component("buttons")
        .confidence(Confidence::Medium)
        .help("add a URL button that opens the page of the offer");
}

fn second_link(first: &Button, second: &Button, cx: &mut Context<'_>) {
    let related = place(first, cx);
    cx.report(place(second, cx), "Meta describes one URL button for an offer, and this is the second")
        .component("buttons")
        .severity(Severity::Warning)
        .confidence(Confidence::Low)
        .help("keep the one that opens the page of the offer")
        .related(related, "the first URL button is here");
}

fn order(list: &[Button], cx: &mut Context<'_>) {
    let link = list.iter().position(|button| button.kind == Some(ButtonKind::Url));
    let code = list.iter().position(|button| button.kind == Some(ButtonKind::CopyCode));
    let (Some(link), Some(code)) = (link, code) else { return };
    if link < code {
        let related = place(&list[link], cx);
        cx.report(place(&list[code], cx), "the COPY_CODE button of an offer comes before the URL button")
            .component("buttons")
            .help("put it first")
            .related(related, "the URL button is here");
    }
}
