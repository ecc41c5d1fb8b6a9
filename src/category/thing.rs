//! The things that the model knows by themselves and in pairs: what the lexicons know, and the signs of sentences.

use crate::vocabulary;

use super::data::THINGS;
use super::key::{SIGNS, of_sign};
use super::lexicon::Tag;

/// A thing by its place: the tags of the lexicons come first, then [`SIGNS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Thing(u16);

const BITS: usize = 64;

impl Thing {
    /// What a tag is about.
    pub fn of(tag: &Tag) -> Self {
        Self(tag.place)
    }

    /// A sign, by its place among [`SIGNS`].
    pub fn sign(at: usize) -> Self {
        Self::at(vocabulary::tags().len() + at)
    }

    /// Its place.
    pub fn place(self) -> usize {
        usize::from(self.0)
    }

    /// What it is known by outside of this program.
    pub fn key(self) -> u32 {
        let tags = vocabulary::tags();
        let sign = || SIGNS.get(self.place() - tags.len()).map_or(0, |name| of_sign(name));
        tags.get(self.place()).map_or_else(sign, Tag::key)
    }

    fn at(place: usize) -> Self {
        Self(u16::try_from(place).unwrap_or(u16::MAX))
    }
}

/// Some things, each once, in the order of their places.
#[derive(Clone, Debug, Default)]
pub struct Things([u64; THINGS.div_ceil(BITS)]);

impl Things {
    /// Adds a thing, and tells whether it is new. What the model does not know is left out.
    pub fn add(&mut self, thing: Thing) -> bool {
        let (at, bit) = (thing.place() / BITS, 1 << (thing.place() % BITS));
        let Some(bits) = self.0.get_mut(at).filter(|_| thing.place() < THINGS) else { return false };
        let is_new = *bits & bit == 0;
        *bits |= bit;
        is_new
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Thing> {
        self.from(0)
    }

    /// Any two of them, the later first.
    pub fn pairs(&self, mut tell: impl FnMut(Thing, Thing)) {
        for first in self.iter() {
            self.from(first.place() + 1).for_each(|second| tell(second, first));
        }
    }

    /// Those from a place on.
    fn from(&self, place: usize) -> impl Iterator<Item = Thing> {
        let (start, skipped) = (place / BITS, place % BITS);
        let bits = self.0.iter().enumerate().skip(start);
        bits.flat_map(move |(at, bits)| {
            let mut rest = if at == start { bits & (u64::MAX << skipped) } else { *bits };
            std::iter::from_fn(move || {
                let next = (rest != 0).then(|| Thing::at(at * BITS + rest.trailing_zeros() as usize));
                rest &= rest.wrapping_sub(1);
                next
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_stand_in_order_and_each_once() {
        let mut things = Things::default();
        assert!(things.add(Thing(70)) && things.add(Thing(3)) && things.add(Thing(63)) && !things.add(Thing(70)));
        assert!(!things.add(Thing(u16::MAX)));
        assert_eq!(things.iter().collect::<Vec<_>>(), [Thing(3), Thing(63), Thing(70)]);
        let mut pairs = Vec::new();
        things.pairs(|later, earlier| pairs.push((later.0, earlier.0)));
        assert_eq!(pairs, [(63, 3), (70, 3), (70, 63)]);
    }

    #[test]
    fn tags_and_signs_are_things_by_place() {
        for (at, tag) in vocabulary::tags().iter().enumerate() {
            assert_eq!((Thing::of(tag).place(), Thing::of(tag).key()), (at, tag.key()));
        }
        assert_eq!(Thing::sign(SIGNS.len() - 1).place(), THINGS - 1);
        assert_eq!(Thing::sign(1).key(), of_sign("a number"));
    }
}
