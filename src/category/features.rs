//! What the model looks at: words, what the lexicons know, and how the message is built.

use std::ops::Range;

use crate::template::Surface;

use super::key::{self, Kind, begin, end, further, key, of_label_tag};
use super::letters::plain;
use super::structure;
use super::thing::{Thing, Things};
use super::token::{Token, TokenKind};
use super::unit::Unit;

/// Something the model knows a weight for.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// What it is.
    pub what: What,
    /// How much of it there is.
    pub value: f32,
    /// The bytes of the folded unit it comes from; empty where it is about the whole.
    pub range: Range<usize>,
}

/// What a feature is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A word, or something else with a name, by its key.
    Key(u32),
    /// Something that the lexicons know, or a sign.
    Thing(Thing),
    /// Two of these together: the later one, and the earlier.
    Pair(Thing, Thing),
}

impl What {
    /// Its key, which stays the same when the lexicons grow.
    pub fn key(self) -> u32 {
        match self {
            Self::Key(key) => key,
            Self::Thing(thing) => thing.key(),
            Self::Pair(later, earlier) => key::of_pair(later.key(), earlier.key()),
        }
    }
}

const WORD: f32 = 1.0;
/// The squares of so many words.
const SHORT: f32 = 25.0;
/// What the lexicons know, and how a message is built, beside all its words together.
pub(super) const KNOWN: f32 = 0.5;
/// Two things that the lexicons know, in one sentence.
pub(super) const TOGETHER: f32 = 0.4;
/// Two of them anywhere in the message.
pub(super) const ACROSS: f32 = 0.3;

/// Tells the words of a unit, and what stands for words in scripts without blanks. Their values are to be divided by
/// [`length`].
pub fn words(unit: &Unit<'_>, mut tell: impl FnMut(Feature)) {
    let text = unit.folded();
    let is_label = unit.surface == Surface::Label;
    for Token { kind, range } in &unit.tokens {
        if !unit.muted.is_empty() && unit.is_muted(&unit.source(range.clone())) {
            continue;
        }
        let written = &text[range.clone()];
        if *kind == TokenKind::Word && written.starts_with(is_unspaced) {
            parts(written, |key| tell(Feature { what: What::Key(key), value: WORD, range: range.clone() }));
            continue;
        }
        let mut word = |kind_of_key| {
            let what = What::Key(end(spell(begin(kind_of_key), *kind, written)));
            tell(Feature { what, value: WORD, range: range.clone() });
        };
        word(Kind::Word);
        if is_label {
            word(Kind::LabelWord);
        }
    }
}

/// Who is told what there is in a message.
pub trait Listen {
    /// Something with its value.
    fn hear(&mut self, feature: Feature);

    /// A thing together with each of those before it, with the value of every pair.
    fn hear_pairs(&mut self, later: Thing, before: &[Thing], value: f32) {
        before.iter().for_each(|earlier| self.hear(about_whole(What::Pair(later, *earlier), value)));
    }
}

impl<F: FnMut(Feature)> Listen for F {
    fn hear(&mut self, feature: Feature) {
        self(feature);
    }
}

/// Tells what the lexicons found in a unit, and its signs.
pub fn tags(unit: &Unit<'_>, listener: &mut impl Listen) {
    let mut things = Things::default();
    unit.found.iter().for_each(|found| _ = things.add(Thing::of(found.tag)));
    unit.signs().for_each(|sign| _ = things.add(Thing::sign(sign)));
    alone_and_in_pairs(&things, TOGETHER, listener);
    // A label that says nothing in particular speaks less than a sentence that does.
    let surface = match unit.surface {
        Surface::Header => "header",
        Surface::Footer => "footer",
        Surface::Label => "label",
        _ => "body",
    };
    listener.hear(about_whole(What::Key(key(Kind::Structure, &[b"unit of ", surface.as_bytes()])), 1.0));
}

/// Tells what the lexicons found in a message, and how it is built.
pub fn whole(units: &[Unit<'_>], message: &structure::Message<'_>, listener: &mut impl Listen) {
    let (mut things, mut on_labels) = (Things::default(), Things::default());
    for unit in units {
        for found in &unit.found {
            let thing = Thing::of(found.tag);
            things.add(thing);
            if unit.surface == Surface::Label && on_labels.add(thing) {
                listener.hear(about_whole(What::Key(of_label_tag(found.tag.class, found.tag.name)), KNOWN));
            }
        }
    }
    alone_and_in_pairs(&things, ACROSS, listener);
    for found in message.samples.iter().flat_map(|sampled| &sampled.found) {
        if things.add(Thing::of(found.tag)) {
            listener.hear(about_whole(What::Thing(Thing::of(found.tag)), 0.5 * KNOWN));
        }
    }
    structure::describe(units, message, |name, value| {
        if value > 0.0 {
            listener.hear(about_whole(What::Key(key(Kind::Structure, &[name.as_bytes()])), value * KNOWN));
        }
    });
}

/// Tells things, and any two of them.
fn alone_and_in_pairs(things: &Things, together: f32, listener: &mut impl Listen) {
    let things = things.list();
    for (at, thing) in things.iter().enumerate() {
        listener.hear(about_whole(What::Thing(*thing), KNOWN));
        listener.hear_pairs(*thing, &things[..at], together);
    }
}

/// A feature that has no place of its own.
fn about_whole(what: What, value: f32) -> Feature {
    Feature { what, value, range: 0..0 }
}

/// What the values of words are divided by, so that a long text counts as much as a short one; but a very short one,
/// such as a label, less.
pub fn length(squares: f32) -> f32 {
    (squares + SHORT).sqrt()
}

/// Spells a token into a hash as the model knows it: without accents, and any number as one.
fn spell(hash: u32, kind: TokenKind, written: &str) -> u32 {
    match kind {
        TokenKind::Word if written.is_ascii() => further(hash, written.as_bytes()),
        TokenKind::Word => written.chars().fold(hash, spell_letter),
        TokenKind::Number => further(hash, b"0"),
        TokenKind::Variable => further(hash, &[1]),
        TokenKind::Sign => further(hash, written.as_bytes()),
    }
}

fn spell_letter(hash: u32, letter: char) -> u32 {
    match letter {
        '\0'..='\x7F' => further(hash, &[letter as u8]),
        '\u{300}'..='\u{36F}' => hash,
        _ => further(hash, plain(letter).encode_utf8(&mut [0; 4]).as_bytes()),
    }
}

/// Tells the keys of the runs of a few characters in a sentence without blanks.
fn parts(word: &str, mut tell: impl FnMut(u32)) {
    let (shortest, longest) = if word.starts_with(|first| first >= '\u{3005}') { (1, 4) } else { (3, 6) };
    for (from, _) in word.char_indices() {
        // Each run is the one before it and a character more.
        let mut hash = begin(Kind::Part);
        for (count, letter) in (1..=longest).zip(word[from..].chars()) {
            hash = spell_letter(hash, letter);
            if count >= shortest {
                tell(end(hash));
            }
        }
    }
}

/// Whether a word that begins with this is a whole sentence, in a script that puts no blanks between words.
fn is_unspaced(first: char) -> bool {
    matches!(first, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3005}'..='\u{30FF}'
        | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}
