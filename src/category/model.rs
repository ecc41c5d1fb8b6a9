//! A linear model: for each feature one weight within a sentence and one within the whole message.

use super::data;
use super::features::{Feature, Listen, What, length, tags, whole, words};
use super::structure::Message;
use super::thing::Thing;
use super::unit::Unit;

/// Bytes of a slot: a key and two weights.
const SLOT: usize = 6;

/// The weights of a feature within a sentence and within a message. Unknown ones weigh nothing.
pub fn weights(what: What) -> (f32, f32) {
    let [in_unit, in_message] = quantised(what);
    (f32::from(in_unit) * data::IN_UNIT, f32::from(in_message) * data::IN_MESSAGE)
}

/// Both as they are kept: in units of their own.
fn quantised(what: What) -> [i8; 2] {
    match what {
        What::Key(key) => of_key(key),
        What::Thing(thing) => of_pair(thing, thing),
        What::Pair(later, earlier) => of_pair(later, earlier),
    }
}

fn of_pair(later: Thing, earlier: Thing) -> [i8; 2] {
    row(later).get(earlier.place()).map_or([0; 2], |weights| weights.map(u8::cast_signed))
}

/// Two things stand in a triangle: the row is the later one's, the column that of the earlier; alone, a thing stands at
/// the end of its row.
fn row(later: Thing) -> &'static [[u8; 2]] {
    let (weights, _) = data::PAIRS.as_chunks::<2>();
    let start = later.place() * (later.place() + 1) / 2;
    weights.get(start..=start + later.place()).unwrap_or_default()
}

/// Everything else stands in a table, at the place that its key names or soon after.
fn of_key(key: u32) -> [i8; 2] {
    let (slots, _) = data::KEYS.as_chunks::<SLOT>();
    let at = usize::try_from((u64::from(key) * slots.len() as u64) >> 32).unwrap_or(0);
    let (before, from) = slots.split_at(at.min(slots.len()));
    for [a, b, c, d, in_unit, in_message] in from.iter().chain(before) {
        match u32::from_le_bytes([*a, *b, *c, *d]) {
            0 => break,
            found if found == key => return [*in_unit, *in_message].map(u8::cast_signed),
            _ => {}
        }
    }
    [0; 2]
}

/// What a message comes to.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// Above zero it reads rather as promotion.
    pub sum: f32,
    /// How much of the judgement each unit has.
    pub shares: Vec<f32>,
}

/// Sums up what a sentence has, or the message, by one of the two weights of each feature.
#[derive(Default)]
struct Sum<const WEIGHT: usize>(f32);

const IN_UNIT: usize = 0;
const IN_MESSAGE: usize = 1;
const SCALES: [f32; 2] = [data::IN_UNIT, data::IN_MESSAGE];

impl<const WEIGHT: usize> Listen for Sum<WEIGHT> {
    fn hear(&mut self, feature: Feature) {
        self.0 += feature.value * f32::from(quantised(feature.what)[WEIGHT]) * SCALES[WEIGHT];
    }

    // Nearly all that there is to weigh.
    fn hear_pairs(&mut self, later: Thing, before: &[Thing], value: f32) {
        let row = row(later);
        let weight = |earlier: &Thing| row.get(earlier.place()).map_or(0, |weights| weights[WEIGHT].cast_signed());
        let sum: i32 = before.iter().map(|earlier| i32::from(weight(earlier))).sum();
        #[allow(clippy::cast_precision_loss)] // A few hundred times 127 at most.
        let sum = sum as f32;
        self.0 += value * sum * SCALES[WEIGHT];
    }
}

/// Weighs a message: its most promotional sentence counts most, for utility does not make up for promotion.
pub fn score(units: &[Unit<'_>], message: &Message<'_>) -> Score {
    let (mut in_message, mut squares) = (0.0, 0.0);
    let mut sums = Vec::with_capacity(units.len());
    for unit in units {
        let (mut in_unit, mut own_squares) = (0.0, 0.0);
        words(unit, |feature| {
            let weight = weights(feature.what);
            in_unit += feature.value * weight.0;
            in_message += feature.value * weight.1;
            own_squares += feature.value * feature.value;
        });
        let mut known = Sum::<IN_UNIT>::default();
        tags(unit, &mut known);
        squares += own_squares;
        sums.push(in_unit / length(own_squares) + known.0);
    }
    let mut known = Sum::<IN_MESSAGE>::default();
    whole(units, message, &mut known);
    let sum = in_message / length(squares) + known.0 + data::BIAS;
    let highest = sums.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    if sums.is_empty() {
        return Score { sum, shares: Vec::new() };
    }
    let powers: Vec<f32> = sums.iter().map(|sum| (sum - highest).exp()).collect();
    let total: f32 = powers.iter().sum();
    #[allow(clippy::cast_precision_loss)] // A few sentences.
    let mean = highest + (total / sums.len() as f32).ln();
    Score { sum: mean + sum, shares: powers.iter().map(|power| power / total).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::category::Class;
    use crate::category::key::{of_pair as key_of_pair, of_tag};

    #[test]
    fn each_weight_stands_where_it_is_looked_for() {
        // As the trainer wrote them: two units of weight, then a key and two weights each.
        let (file, _) = include_bytes!("../../rules/policy/category/weights.bin")[8..].as_chunks::<SLOT>();
        let written = |key: u32| {
            let own = |slot: &&[u8; SLOT]| slot[..4] == key.to_le_bytes();
            file.iter().find(own).map_or([0; 2], |slot| [slot[4], slot[5]].map(u8::cast_signed))
        };
        let things: Vec<Thing> = crate::vocabulary::tags().iter().map(Thing::of).collect();
        for (later, earlier) in [(400, 17), (5, 2), (489, 488)] {
            let (later, earlier) = (things[later], things[earlier]);
            assert_eq!(of_pair(later, earlier), written(key_of_pair(later.key(), earlier.key())));
            assert_eq!(of_pair(later, later), written(later.key()));
        }
        let (slots, _) = data::KEYS.as_chunks::<SLOT>();
        let keys: Vec<u32> = slots.iter().map(|[a, b, c, d, ..]| u32::from_le_bytes([*a, *b, *c, *d])).collect();
        let known = || keys.iter().filter(|key| **key != 0);
        assert!(known().count() > 1_000);
        assert!(known().all(|key| of_key(*key) == written(*key) && of_key(*key) != [0; 2]));
        assert_eq!(of_key(of_tag(Class::Marketing, "discount")), [0; 2]);
    }
}
