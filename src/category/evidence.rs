//! The words that speak for or against a category, with their places.

use std::ops::Range;

use crate::template::{Leaf, Surface};
use crate::text::Variable;
use crate::text::folded::is_numeric;

use super::class::Class;
use super::features::{ACROSS, KNOWN, TOGETHER, What, length, words};
use super::lexicon::Found;
use super::model::weights;
use super::structure::Sampled;
use super::thing::{Thing, Things, pairs};
use super::unit::Unit;

/// Some words that speak for a category.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// Which category.
    pub class: Class,
    /// What the phrase is about, by its name in the lexicons; `wording` where only the model weighs it.
    pub tag: &'static str,
    /// The same for people; empty for `wording`.
    pub says: &'static str,
    /// The scalar it stands in.
    pub leaf: Leaf,
    /// Its bytes in that scalar's value.
    pub range: Range<usize>,
    /// Where that is.
    pub surface: Surface,
    /// How much it says, beside other evidence for the same category.
    pub weight: f32,
}

impl Evidence {
    /// The words.
    pub fn phrase(&self) -> &str {
        &self.leaf.value[self.range.clone()]
    }
}

/// What a word must come to, beside its neighbours, to be told.
const TELLING: f32 = 0.12;
/// What one word of them must come to.
const SPEAKING: f32 = 0.02;

/// The phrases of the lexicons in a unit.
pub fn phrases(unit: &Unit<'_>) -> impl Iterator<Item = Evidence> {
    let told = unit.found.iter().filter(|found| found.tag.class != Class::Concept);
    told.map(|found| {
        phrase(with_number(found, unit.text.value(), &unit.text.variables.list), &unit.text.leaf, unit.surface, 1.0)
    })
}

/// A phrase such as `% off` with the number or the variable before it: people read them as one.
fn with_number(found: &Found, value: &str, variables: &[Variable]) -> Found {
    let mut range = found.range.clone();
    if value[range.clone()].starts_with(['%', '٪', '％']) {
        let before = value[..range.start].trim_end_matches([' ', '\u{A0}', '\u{202F}']);
        let variable = variables.iter().find(|variable| variable.range.end == before.len());
        range.start = variable
            .map_or_else(|| number_at_end(before), |variable| Some(variable.range.start))
            .unwrap_or(range.start);
    }
    Found { range, ..found.clone() }
}

/// Where a number begins that ends a text.
fn number_at_end(text: &str) -> Option<usize> {
    let belongs = |character: char| is_numeric(character) || matches!(character, '.' | ',');
    let number = text[text.trim_end_matches(belongs).len()..].trim_start_matches(['.', ',']);
    (!number.is_empty()).then(|| text.len() - number.len())
}

/// The promotional phrases of a sample.
pub fn sampled<'s>(sampled: &'s Sampled<'_>) -> impl Iterator<Item = Evidence> + use<'s> {
    let promotes = sampled.found.iter().filter(|found| found.tag.class == Class::Marketing);
    promotes.map(|found| phrase(with_number(found, &sampled.leaf.value, &[]), sampled.leaf, Surface::Body, 0.5))
}

/// A phrase of the lexicons as evidence, at a share of its weight.
fn phrase(found: Found, leaf: &Leaf, surface: Surface, share: f32) -> Evidence {
    Evidence {
        class: found.tag.class,
        tag: found.tag.name,
        says: found.tag.says,
        leaf: leaf.clone(),
        range: found.range,
        surface,
        weight: share * f32::from(found.weight),
    }
}

/// The words of a unit that the model weighs: those for promotion and those for utility, in groups. `known` is what the
/// things that the lexicons know come to in the message, by [`known`].
pub fn wording(unit: &Unit<'_>, share: f32, known: &[(Thing, f32)], units: usize) -> Vec<Evidence> {
    let places = places(unit);
    let mut worth = vec![0.0_f32; places.len()];
    #[allow(clippy::cast_precision_loss)] // A few sentences.
    let of_message = 1.0 / (units.max(1) as f32).sqrt();
    let mut squares = 0.0;
    words(unit, |feature| {
        squares += feature.value * feature.value;
        let (in_unit, in_message) = weights(feature.what);
        let sum = feature.value * (share * in_unit + of_message * in_message);
        spread(sum, &feature.range, &places, &mut worth);
    });
    worth.iter_mut().for_each(|word| *word /= length(squares));
    let sources: Vec<Range<usize>> = places.iter().map(|place| unit.source(place.clone())).collect();
    for (found, sum) in known_in(unit, share, known) {
        spread(sum, &found, &sources, &mut worth);
    }
    let mut groups = Vec::new();
    for (class, sign) in [(Class::Marketing, 1.0), (Class::Utility, -1.0)] {
        let worth: Vec<f32> = worth.iter().map(|word| word * sign).collect();
        for (words, sum) in runs(&worth) {
            let range = places[words.start].start..places[words.end - 1].end;
            // One short word by itself tells a reader nothing.
            if sum > TELLING && (words.len() > 1 || range.len() > 5) {
                groups.push(Evidence {
                    class,
                    tag: "wording",
                    says: "",
                    leaf: unit.text.leaf.clone(),
                    range: unit.source(range),
                    surface: unit.surface,
                    weight: sum,
                });
            }
        }
    }
    groups
}

/// Gives each word that a range covers its part of a sum.
fn spread(sum: f32, range: &Range<usize>, places: &[Range<usize>], worth: &mut [f32]) {
    let first = places.partition_point(|place| place.end <= range.start);
    let covered = places[first..].iter().take_while(|place| place.start < range.end).count();
    #[allow(clippy::cast_precision_loss)] // A few words.
    worth[first..first + covered].iter_mut().for_each(|word| *word += sum / covered as f32);
}

/// What each thing that the lexicons know comes to in a message, by its feature. What two come to together is halved
/// between them.
pub fn known(units: &[Unit<'_>]) -> Vec<(Thing, f32)> {
    worth_of(units.iter().flat_map(|unit| &unit.found), KNOWN, ACROSS, |what| weights(what).1)
}

/// The same for a unit, with its places there.
fn known_in(unit: &Unit<'_>, share: f32, known: &[(Thing, f32)]) -> Vec<(Range<usize>, f32)> {
    let own = worth_of(unit.found.iter(), KNOWN, TOGETHER, |what| share * weights(what).0);
    let sum = |list: &[(Thing, f32)], found: &Found| {
        list.iter().find(|known| known.0 == Thing::of(found.tag)).map_or(0.0, |known| known.1)
    };
    unit.found.iter().map(|found| (found.range.clone(), sum(&own, found) + sum(known, found))).collect()
}

fn worth_of<'f>(
    found: impl Iterator<Item = &'f Found>,
    alone: f32,
    together: f32,
    weight: impl Fn(What) -> f32,
) -> Vec<(Thing, f32)> {
    let mut things = Things::default();
    found.for_each(|found| _ = things.add(Thing::of(found.tag)));
    let things = things.list();
    let mut worth: Vec<(Thing, f32)> =
        things.iter().map(|thing| (*thing, alone * weight(What::Thing(*thing)))).collect();
    for (later, earlier) in pairs(&things) {
        let half = 0.5 * together * weight(What::Pair(later, earlier));
        worth.iter_mut().filter(|(thing, _)| *thing == later || *thing == earlier).for_each(|(_, sum)| *sum += half);
    }
    worth
}

/// Runs of words that speak for something, with what they come to. A word that says little does not end a run.
fn runs(worth: &[f32]) -> Vec<(Range<usize>, f32)> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < worth.len() {
        if worth[at] <= SPEAKING {
            at += 1;
            continue;
        }
        let (start, mut end, mut sum) = (at, at, 0.0);
        while let Some(next) = (end..worth.len().min(end + 2)).find(|next| worth[*next] > SPEAKING) {
            sum += worth[end..=next].iter().sum::<f32>();
            end = next + 1;
        }
        runs.push((start..end, sum));
        at = end;
    }
    runs
}

/// The bytes of each word in the folded text of a unit. In scripts without blanks, of each run of letters.
fn places(unit: &Unit<'_>) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> = Vec::new();
    let text = unit.folded();
    let mut start = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = crate::text::folded::is_word(character);
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                places.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    places
}
