//! The things that the model knows by themselves and in pairs: what the lexicons know, and the signs of sentences.

use crate::vocabulary;

use super::data::THINGS;
use super::key::{SIGNS, of_sign};
use super::lexicon::Tag;

/// A thing by its place: the tags of the lexicons come first, then the signs that a sentence can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Thing(u16);

const BITS: usize = 64;

impl Thing {
    /// What a tag is about.
    pub fn of(tag: &Tag) -> Self {
        Self(tag.place)
    }

    /// A sign of a sentence, by its place among all.
    pub fn sign(at: usize) -> Self {
        Self::at(vocabulary::tags().len() + at)
    }

    /// Its place.
    pub fn place(self) -> usize {
        usize::from(self.0)
    }

    /// What it is known by outside of this program.
    pub fn key(self) -> u32 {
        let sign = || SIGNS.get(self.place() - vocabulary::tags().len()).map_or(0, |name| of_sign(name));
        self.tag().map_or_else(sign, Tag::key)
    }

    /// What the lexicons call it; nothing for a sign.
    pub fn tag(&self) -> Option<&'static Tag> {
        vocabulary::tags().get(self.place())
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

    /// All of them, in order.
    pub fn list(&self) -> Vec<Thing> {
        let mut list = Vec::with_capacity(16);
        for (at, bits) in self.0.iter().enumerate() {
            let mut rest = *bits;
            while rest != 0 {
                list.push(Thing::at(at * BITS + rest.trailing_zeros() as usize));
                rest &= rest - 1;
            }
        }
        list
    }
}

impl FromIterator<Thing> for Things {
    fn from_iter<I: IntoIterator<Item = Thing>>(things: I) -> Self {
        let mut set = Self::default();
        things.into_iter().for_each(|thing| _ = set.add(thing));
        set
    }
}

/// Any two things of a list, the later with each before it.
pub fn pairs(things: &[Thing]) -> impl Iterator<Item = (Thing, Thing)> {
    let before = |(at, later): (usize, &Thing)| (*later, &things[..at]);
    things
        .iter()
        .enumerate()
        .map(before)
        .flat_map(|(later, before)| before.iter().map(move |earlier| (later, *earlier)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_stand_in_order_and_each_once() {
        let mut things = Things::default();
        assert!(things.add(Thing(70)) && things.add(Thing(3)) && things.add(Thing(63)) && !things.add(Thing(70)));
        assert!(!things.add(Thing(u16::MAX)));
        assert_eq!(things.list(), [Thing(3), Thing(63), Thing(70)]);
        let pairs: Vec<_> = pairs(&things.list()).map(|(later, earlier)| (later.0, earlier.0)).collect();
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
