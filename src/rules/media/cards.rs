//! Carousel cards whose pictures differ in shape.

use crate::policy::media::{RATIO_PERCENT, media_format};
use crate::rules::prelude::*;

/// So many cards are compared. A carousel has ten.
const MOST: usize = 32;

/// `media/cards`
pub struct Cards;

impl Rule for Cards {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let Some(carousel) = &variant.carousel else { return };
        let cards: Vec<Shape<'_>> =
            carousel.cards.iter().zip(1..).filter_map(|card| shape(card, cx)).take(MOST).collect();
        let alike = |card: &Shape<'_>| cards.iter().filter(|other| is_alike(card.size, other.size)).count();
        // The most frequent shape is the measure; in a tie, the one that comes first.
        let Some(usual) = cards.iter().rev().max_by_key(|card| alike(card)) else { return };
        for card in cards.iter().filter(|card| !is_alike(card.size, usual.size)) {
            let (number, (width, height)) = (card.number, card.size);
            let (usual_number, (usual_width, usual_height)) = (usual.number, usual.size);
            let message = format!(
                "card {number} is {width} × {height}, and card {usual_number} is {usual_width} × {usual_height}: another shape"
            );
            let place = cx.leaf(usual.leaf);
            cx.report(cx.leaf(card.leaf), message)
                .component("carousel")
                .help("give all cards pictures of one shape; the phone cuts them to the same frame")
                .related(place, format!("card {usual_number}"));
        }
    }
}

struct Shape<'c> {
    number: usize,
    leaf: &'c Leaf,
    size: (u32, u32),
}

fn shape<'c>((card, number): (&'c Card, usize), cx: &Context<'_>) -> Option<Shape<'c>> {
    let header = card.header.as_ref()?;
    let leaf = header.media.as_ref()?;
    let item = cx.media(leaf)?.ok()?;
    let takes = media_format(header.format?.name())?;
    let size = item.inspection.dimensions().filter(|_| takes.kinds.contains(&item.inspection.kind))?;
    Some(Shape { number, leaf, size })
}

/// Whether two shapes differ by no more than some percent: a : b against c : d.
fn is_alike((a, b): (u32, u32), (c, d): (u32, u32)) -> bool {
    let (one, other) = (u64::from(a) * u64::from(d), u64::from(c) * u64::from(b));
    u128::from(one.abs_diff(other)) * 100 <= u128::from(one.max(other)) * u128::from(RATIO_PERCENT)
}
