//! A card that is built differently from the others.

use std::collections::HashMap;

use super::shared;
use crate::finding::Place;
use crate::rules::prelude::*;

/// `carousel/uniform`
pub struct Uniform;

impl Rule for Uniform {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let Some(carousel) = &variant.carousel else { return };
        for aspect in [format, body, buttons] {
            compare(carousel, aspect, cx);
        }
    }
}

/// One side of a card: what it is like, and the place that shows it.
struct Side {
    like: String,
    place: Place,
}

/// Compares one side of all cards. The most frequent kind is the measure; in a tie, the one that comes first.
fn compare(carousel: &Carousel, aspect: fn(&Card, &Context<'_>) -> Option<Side>, cx: &mut Context<'_>) {
    let sides: Vec<(usize, Side)> =
        carousel.cards.iter().zip(1..).filter_map(|(card, number)| Some((number, aspect(card, cx)?))).collect();
    let mut frequency: HashMap<&str, usize> = HashMap::new();
    sides.iter().for_each(|(_, side)| *frequency.entry(&side.like).or_default() += 1);
    let most = frequency.values().max();
    let Some((first, usual)) = sides.iter().find(|(_, side)| frequency.get(&*side.like) == most) else { return };
    for (number, side) in sides.iter().filter(|(_, side)| side.like != usual.like) {
        let others = if most == Some(&1) { format!("card {first} has") } else { "most others have".to_owned() };
        cx.report(side.place, format!("card {number} has {}, and {others} {}", side.like, usual.like))
            .component("carousel")
            .help("build all cards alike: the same parts, and the same types of buttons in the same order")
            .related(usual.place, format!("card {first} has {}", usual.like));
    }
}

/// The format of the header. A card without one, or with one that no card can have, is told as such.
fn format(card: &Card, cx: &Context<'_>) -> Option<Side> {
    let header = card.header.as_ref()?;
    let format = header.format?.name();
    policy::part(policy::HEADER_FORMATS, format).filter(|part| part.card)?;
    let place = header.format_leaf.as_ref().map_or(cx.at(header.key), |leaf| cx.leaf(leaf));
    let article = if format.starts_with('I') { "an" } else { "a" };
    Some(Side { like: format!("{article} {format} header"), place })
}

fn body(card: &Card, cx: &Context<'_>) -> Option<Side> {
    let (like, key) = match &card.body {
        Some(body) => ("a body", body.key),
        None => ("no body", card.key),
    };
    Some(Side { like: like.to_owned(), place: cx.at(key) })
}

/// The types of the buttons. What stands for a button of unknown type can not be compared.
fn buttons(card: &Card, cx: &Context<'_>) -> Option<Side> {
    let kinds: Option<Vec<&str>> = shared::buttons(card).iter().map(|button| Some(button.kind?.name())).collect();
    let key = card.buttons.as_ref().map_or(card.key, |buttons| buttons.key);
    let like = match kinds?.as_slice() {
        [] => "no buttons".to_owned(),
        [only] => format!("a {only} button"),
        several => format!("the buttons {}", several.join(", ")),
    };
    Some(Side { like, place: cx.at(key) })
}
