//! A linear model: for each feature one weight within a sentence and one within the whole message.

use super::data;
use super::features::{length, tags, whole, words};
use super::structure::Message;
use super::unit::Unit;

/// The weights, as `tests/category/train.rs` wrote them.
static FILE: &[u8] = include_bytes!("../../rules/policy/category/weights.bin");

/// Bytes of a slot: a key and two weights.
const SLOT: usize = 6;
/// Bytes before the slots: what one unit of each weight is worth.
const HEAD: usize = 8;

/// Weights in a table of slots, each at the place its key names or soon after. Nothing is done before it is used.
#[derive(Clone, Copy, Debug)]
pub struct Weights {
    in_unit: f32,
    in_message: f32,
    slots: &'static [u8],
}

/// The weights of the model.
pub fn weights() -> Weights {
    let unit = |at: usize| FILE.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0.0, f32::from_le_bytes);
    Weights { in_unit: unit(0), in_message: unit(4), slots: FILE.get(HEAD..).unwrap_or_default() }
}

impl Weights {
    /// The weights of a feature within a sentence and within a message.
    pub fn of(&self, key: u32) -> (f32, f32) {
        let slots = self.slots.len() / SLOT;
        if slots == 0 {
            return (0.0, 0.0);
        }
        let mut at = key as usize % slots;
        while let Some(slot) = self.slots.get(at * SLOT..(at + 1) * SLOT) {
            match u32::from_le_bytes([slot[0], slot[1], slot[2], slot[3]]) {
                0 => break,
                found if found == key => {
                    let weight = |byte: u8| f32::from(i8::from_le_bytes([byte]));
                    return (weight(slot[4]) * self.in_unit, weight(slot[5]) * self.in_message);
                }
                _ => at = (at + 1) % slots,
            }
        }
        (0.0, 0.0)
    }

    /// Lays out weights so that [`weights`] finds them.
    pub fn lay_out(weights: &[(u32, f32, f32)]) -> Vec<u8> {
        let largest =
            |pick: fn(&(u32, f32, f32)) -> f32| weights.iter().map(pick).fold(0.0, |a: f32, b| a.max(b.abs()));
        let units = [largest(|w| w.1) / 127.0, largest(|w| w.2) / 127.0];
        // A third of the slots stays empty, so that few keys are far from their place.
        let slots = (weights.len() * 3 / 2).max(1);
        let mut table = vec![0_u8; slots * SLOT];
        for (key, in_unit, in_message) in weights {
            let mut at = *key as usize % slots;
            while table[at * SLOT..at * SLOT + 4] != [0; 4] {
                at = (at + 1) % slots;
            }
            #[allow(clippy::cast_possible_truncation)] // At most 127 by the choice of the unit.
            let byte =
                |weight: f32, unit: f32| if unit > 0.0 { ((weight / unit).round() as i8).to_le_bytes()[0] } else { 0 };
            table[at * SLOT..at * SLOT + 4].copy_from_slice(&key.to_le_bytes());
            table[at * SLOT + 4] = byte(*in_unit, units[0]);
            table[at * SLOT + 5] = byte(*in_message, units[1]);
        }
        units.iter().flat_map(|unit| unit.to_le_bytes()).chain(table).collect()
    }
}

/// What a message comes to.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// Above zero it reads rather as promotion.
    pub sum: f32,
    /// How much of the judgement each unit has.
    pub shares: Vec<f32>,
}

/// Weighs a message: its most promotional sentence counts most, for utility does not make up for promotion.
pub fn score(units: &[Unit<'_>], message: &Message<'_>) -> Score {
    let weights = weights();
    let (mut in_message, mut squares) = (0.0, 0.0);
    let mut sums = Vec::with_capacity(units.len());
    for unit in units {
        let (mut in_unit, mut own_squares, mut known) = (0.0, 0.0, 0.0);
        words(unit, |feature| {
            let weight = weights.of(feature.key);
            in_unit += feature.value * weight.0;
            in_message += feature.value * weight.1;
            own_squares += feature.value * feature.value;
        });
        tags(unit, |feature| known += feature.value * weights.of(feature.key).0);
        squares += own_squares;
        sums.push(in_unit / length(own_squares) + known);
    }
    let mut sum = in_message / length(squares) + data::BIAS;
    whole(units, message, |feature| sum += feature.value * weights.of(feature.key).1);
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
