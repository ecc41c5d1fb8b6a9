//! Which components a variant has, what its header shows, how many cards it carries.

use crate::finding::Severity;
use crate::syntax::Span;
use crate::template::{Card, Carousel, Header, HeaderFormat, Surface, Variant};

use super::difference::{Difference, Kind, Spot};
use super::pair::Pair;
use super::part::parts;

pub fn compare<'r>(pair: &Pair<'r>, out: &mut Vec<Difference<'r>>) {
    let (here, there) = (pair.variant.variant, pair.reference.variant);
    components(pair, out);
    // What else a passcode message may have is fixed, and told by itself.
    if pair.is_about_passcodes() {
        return;
    }
    if let (Some(here), Some(there)) = (&here.header, &there.header) {
        out.extend(header_format(pair, here, there, "header", "header"));
    }
    if let (Some(here), Some(there)) = (&here.carousel, &there.carousel) {
        cards(pair, here, there, out);
    }
}

/// A component that can be there or not.
struct Component {
    /// As findings name it.
    name: &'static str,
    /// As people call it.
    words: &'static str,
    /// Its key; nothing where it is not there.
    key: Option<Span>,
}

fn list(variant: &Variant) -> [Component; 6] {
    let component = |name, words, key| Component { name, words, key };
    // A body that is missing is told by itself.
    [
        component("header", "header", variant.header.as_ref().map(|header| header.key)),
        component("footer", "footer", variant.footer.as_ref().map(|footer| footer.key)),
        component("buttons", "row of buttons", variant.buttons.as_ref().map(|buttons| buttons.key)),
        component("carousel", "carousel", variant.carousel.as_ref().map(|carousel| carousel.key)),
        component("limited_time_offer", "limited-time offer", variant.offer.as_ref().map(|offer| offer.key)),
        component("call_permission_request", "call permission request", variant.call_permission_request),
    ]
}

fn components<'r>(pair: &Pair<'r>, out: &mut Vec<Difference<'r>>) {
    let language = pair.reference.language;
    let passcodes = pair.is_about_passcodes();
    for (here, there) in list(pair.variant.variant).into_iter().zip(list(pair.reference.variant)) {
        let words = here.words;
        if passcodes && here.name != "footer" {
            continue;
        }
        match (here.key, there.key) {
            (None, Some(key)) => {
                let difference = pair
                    .at_key(
                        Kind::Component,
                        pair.variant.variant.key,
                        format!("there is no {words} here, and `{language}` has one"),
                    )
                    .component(here.name)
                    .reference(Spot::Key(pair.reference.file.id, key), format!("`{language}` has it here"))
                    .help("add it, or remove it from every language");
                // The values for its variables are then too many.
                let needs_values = takes_values(pair.reference.variant, here.name);
                out.push(if needs_values { difference.severity(Severity::Error) } else { difference });
            }
            (Some(key), None) => {
                let difference = pair
                    .at_key(Kind::Component, key, format!("`{language}` has no {words}"))
                    .component(here.name)
                    .help("remove it, or add it to every language");
                let needs_values = takes_values(pair.variant.variant, here.name);
                out.push(if needs_values { difference.severity(Severity::Error) } else { difference });
            }
            _ => {}
        }
    }
}

/// Whether whoever sends the message has to give values for that component.
fn takes_values(variant: &Variant, component: &str) -> bool {
    let with_variables = |part: &super::part::Part<'_>| {
        let of_component = match component {
            "header" => part.slot.surface == Surface::Header,
            "buttons" => part.slot.surface == Surface::Url && part.slot.card.is_none(),
            "carousel" => part.slot.card.is_some(),
            _ => false,
        };
        of_component && !part.text.variables.is_empty()
    };
    parts(variant).iter().any(with_variables)
}

fn header_format<'r>(
    pair: &Pair<'r>,
    here: &'r Header,
    there: &'r Header,
    component: &'static str,
    words: &str,
) -> Option<Difference<'r>> {
    let (ours, theirs) = (here.format?, there.format?);
    if ours == theirs {
        return None;
    }
    let spot = |file, header: &'r Header| match (&header.format_leaf, &header.text) {
        (Some(leaf), _) => Spot::Whole(file, leaf),
        (None, Some(text)) => Spot::Whole(file, &text.leaf),
        (None, None) => Spot::Key(file, header.key),
    };
    let (ours, theirs) = (HeaderFormat::name(ours), HeaderFormat::name(theirs));
    let language = pair.reference.language;
    Some(
        pair.difference(
            Kind::HeaderFormat,
            spot(pair.variant.file.id, here),
            format!("the {words} is {ours}, and in `{language}` it is {theirs}"),
        )
        .component(component)
        .reference(spot(pair.reference.file.id, there), format!("{theirs} in `{language}`"))
        .help("use one format for every language: whoever sends the message gives a picture, a film or a text for all of them"),
    )
}

fn cards<'r>(pair: &Pair<'r>, here: &'r Carousel, there: &'r Carousel, out: &mut Vec<Difference<'r>>) {
    let language = pair.reference.language;
    let (ours, theirs) = (here.cards.len(), there.cards.len());
    if ours != theirs && ours.min(theirs) > 0 {
        let cards = |count| crate::text::wording::counted(count, "card");
        out.push(
            pair.at_key(Kind::CardCount, here.key, format!("{} here, and {theirs} in `{language}`", cards(ours)))
                .component("carousel")
                .reference(Spot::Key(pair.reference.file.id, there.key), format!("{} in `{language}`", cards(theirs)))
                .help("show the same cards in every language: values are given card by card"),
        );
    }
    // All cards of a carousel are built alike, or that is told by itself; so the first one stands for all.
    if let (Some(ours), Some(theirs)) = (here.cards.first(), there.cards.first()) {
        card(pair, ours, theirs, out);
    }
}

fn card<'r>(pair: &Pair<'r>, here: &'r Card, there: &'r Card, out: &mut Vec<Difference<'r>>) {
    let language = pair.reference.language;
    let keys = |card: &Card| {
        [
            ("header", card.header.as_ref().map(|header| header.key)),
            ("body", card.body.as_ref().map(|body| body.key)),
            ("buttons", card.buttons.as_ref().map(|buttons| buttons.key)),
        ]
    };
    for ((words, ours), (_, theirs)) in keys(here).into_iter().zip(keys(there)) {
        let difference = match (ours, theirs) {
            (None, Some(key)) => pair
                .at_key(
                    Kind::Component,
                    here.key,
                    format!("the cards have no {words} here, and those of `{language}` have"),
                )
                .reference(Spot::Key(pair.reference.file.id, key), format!("`{language}` has it here"))
                .help("add it to the cards, or remove it from those of every language"),
            (Some(key), None) => pair
                .at_key(Kind::Component, key, format!("the cards of `{language}` have no {words}"))
                .reference(Spot::Key(pair.reference.file.id, there.key), format!("the first card of `{language}`"))
                .help("remove it from the cards, or add it to those of every language"),
            _ => continue,
        };
        out.push(difference.component("carousel"));
    }
    if let (Some(here), Some(there)) = (&here.header, &there.header) {
        out.extend(header_format(pair, here, there, "carousel", "header of the cards"));
    }
}
