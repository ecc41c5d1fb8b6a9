//! What the model looks at: words, what the lexicons know, and how the message is built.

use std::ops::Range;

use crate::template::Surface;
use crate::text::borders::length_of;
use crate::text::folded::{VARIABLE, is_numeric, is_word};

use super::key::{self, Kind, begin, end, further, key, of_label_tag};
use super::letters::plain;
use super::structure;
use super::thing::{Thing, Things, pairs};
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
    let mut token = Token::after(text, 0);
    while let Some(Token { kind, range }) = token {
        token = Token::after(text, range.end);
        if !unit.muted.is_empty() && unit.is_muted(&unit.source(range.clone())) {
            continue;
        }
        let written = &text[range.clone()];
        if kind == TokenKind::Word && written.starts_with(is_unspaced) {
            parts(written, |key| tell(Feature { what: What::Key(key), value: WORD, range: range.clone() }));
            continue;
        }
        let mut word = |kind_of_key| {
            let what = What::Key(end(spell(begin(kind_of_key), kind, written)));
            tell(Feature { what, value: WORD, range: range.clone() });
        };
        word(Kind::Word);
        if is_label {
            word(Kind::LabelWord);
        }
    }
}

/// Tells what the lexicons found in a unit, and its signs.
pub fn tags(unit: &Unit<'_>, mut tell: impl FnMut(Feature)) {
    let mut things = Things::default();
    unit.found.iter().for_each(|found| _ = things.add(Thing::of(found.tag)));
    unit.signs().for_each(|sign| _ = things.add(Thing::sign(sign)));
    alone_and_in_pairs(&things, TOGETHER, &mut tell);
    // A label that says nothing in particular speaks less than a sentence that does.
    let surface = match unit.surface {
        Surface::Header => "header",
        Surface::Footer => "footer",
        Surface::Label => "label",
        _ => "body",
    };
    tell(about_whole(What::Key(key(Kind::Structure, &[b"unit of ", surface.as_bytes()])), 1.0));
}

/// Tells what the lexicons found in a message, and how it is built.
pub fn whole(units: &[Unit<'_>], message: &structure::Message<'_>, mut tell: impl FnMut(Feature)) {
    let (mut things, mut on_labels) = (Things::default(), Things::default());
    for unit in units {
        for found in &unit.found {
            let thing = Thing::of(found.tag);
            things.add(thing);
            if unit.surface == Surface::Label && on_labels.add(thing) {
                tell(about_whole(What::Key(of_label_tag(found.tag.class, found.tag.name)), KNOWN));
            }
        }
    }
    alone_and_in_pairs(&things, ACROSS, &mut tell);
    for found in message.samples.iter().flat_map(|sampled| &sampled.found) {
        if things.add(Thing::of(found.tag)) {
            tell(about_whole(What::Thing(Thing::of(found.tag)), 0.5 * KNOWN));
        }
    }
    structure::describe(units, message, |name, value| {
        if value > 0.0 {
            tell(about_whole(What::Key(key(Kind::Structure, &[name.as_bytes()])), value * KNOWN));
        }
    });
}

/// Tells things, and any two of them.
fn alone_and_in_pairs(things: &Things, together: f32, tell: &mut impl FnMut(Feature)) {
    let things = things.list();
    things.iter().for_each(|thing| tell(about_whole(What::Thing(*thing), KNOWN)));
    pairs(&things).for_each(|(later, earlier)| tell(about_whole(What::Pair(later, earlier), together)));
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
        TokenKind::Word => written.chars().fold(hash, spell_letter),
        TokenKind::Number => further(hash, b"0"),
        TokenKind::Variable => further(hash, &[1]),
        TokenKind::Sign => further(hash, written.as_bytes()),
    }
}

fn spell_letter(hash: u32, letter: char) -> u32 {
    match letter {
        'a'..='z' => further(hash, &[letter as u8]),
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TokenKind {
    Word,
    Number,
    Variable,
    Sign,
}

impl TokenKind {
    /// What a token is that begins with a character, if one does.
    fn of(character: char) -> Option<Self> {
        match character {
            VARIABLE => Some(Self::Variable),
            '%' | '?' | '€' | '$' | '£' | '₹' | '؟' | '٪' => Some(Self::Sign),
            _ if is_numeric(character) => Some(Self::Number),
            _ => is_word(character).then_some(Self::Word),
        }
    }
}

/// A word, a number, a variable or a sign that says something.
struct Token {
    kind: TokenKind,
    range: Range<usize>,
}

impl Token {
    /// The first one from a place on.
    fn after(text: &str, from: usize) -> Option<Self> {
        for (at, first) in text[from..].char_indices() {
            let start = from + at;
            let rest = &text[start..];
            let (kind, length) = match TokenKind::of(first) {
                Some(TokenKind::Number) => {
                    (TokenKind::Number, length_of(rest, |c| is_numeric(c) || matches!(c, '.' | ',' | ':')))
                }
                Some(TokenKind::Word) => (TokenKind::Word, length_of(rest, |c| is_word(c) && !is_numeric(c))),
                Some(kind) => (kind, first.len_utf8()),
                None => continue,
            };
            return Some(Self { kind, range: start..start + length });
        }
        None
    }
}
