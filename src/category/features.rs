//! What the model looks at: words, pairs of words, parts of words, what the lexicons know, and how the message is
//! built.

use std::collections::HashMap;
use std::ops::Range;

use crate::template::Surface;
use crate::text::folded::{VARIABLE, is_word};

use super::letters::plain;
use super::structure;
use super::unit::Unit;

/// Something the model knows a weight for, by its hash.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// Its hash. Never 0.
    pub key: u32,
    /// How much of it there is.
    pub value: f32,
    /// The bytes of the unit's text it comes from; empty where it is about the whole.
    pub range: Range<usize>,
}

/// Features, each of them once.
#[derive(Debug, Default)]
pub struct Bag {
    list: Vec<Feature>,
    known: HashMap<u32, usize, Plain>,
}

type Plain = std::hash::BuildHasherDefault<KeyHasher>;

/// Keys are hashes already.
#[derive(Debug, Default)]
struct KeyHasher(u64);

impl std::hash::Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0 << 8 | u64::from(*byte);
        }
    }

    fn write_u32(&mut self, key: u32) {
        self.0 = u64::from(key).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

/// What a feature is of. Its hash begins with it.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Word = 1,
    Pair,
    Part,
    Tag,
    LabelTag,
    LabelWord,
    Structure,
}

const WORD: f32 = 1.0;
const PART: f32 = 0.5;
/// What the lexicons know, and how a message is built, beside all its words together.
pub(super) const KNOWN: f32 = 0.3;

impl Bag {
    /// The features, in the order in which they were found first.
    pub fn list(&self) -> &[Feature] {
        &self.list
    }

    fn add(&mut self, key: u32, value: f32, range: &Range<usize>) {
        let next = self.list.len();
        let at = *self.known.entry(key).or_insert(next);
        match self.list.get_mut(at) {
            Some(feature) => feature.value = feature.value.max(value),
            None => self.list.push(Feature { key, value, range: range.clone() }),
        }
    }

    /// Makes the whole as long as any other, however many features there are.
    fn normalise(&mut self, known: Bag) {
        let length = self.list.iter().map(|feature| feature.value * feature.value).sum::<f32>().sqrt();
        self.list.iter_mut().for_each(|feature| feature.value /= length.max(1.0));
        self.list.extend(known.list);
        self.known.clear();
    }
}

/// The features of one unit.
pub fn unit_features(unit: &Unit<'_>) -> Bag {
    let (mut bag, mut known) = (Bag::default(), Bag::default());
    words_of(unit, &mut bag);
    tags_of(unit, &mut known, false);
    bag.normalise(known);
    bag
}

/// The features of a message as a whole.
pub fn message_features(units: &[Unit<'_>], message: &structure::Message<'_>) -> Bag {
    let (mut bag, mut known) = (Bag::default(), Bag::default());
    for unit in units {
        words_of(unit, &mut bag);
        tags_of(unit, &mut known, true);
    }
    structure::describe(units, message, |name, value| {
        known.add(key(Kind::Structure, &[name.as_bytes()]), value * KNOWN, &(0..0));
    });
    bag.normalise(known);
    bag
}

fn tags_of(unit: &Unit<'_>, bag: &mut Bag, whole: bool) {
    for found in &unit.found {
        // By name: indices change whenever a tag is added.
        let name = [found.tag.name.as_bytes(), &[found.tag.class as u8]];
        bag.add(key(Kind::Tag, &name), KNOWN, &found.range);
        if unit.surface == Surface::Label && whole {
            bag.add(key(Kind::LabelTag, &name), KNOWN, &found.range);
        }
    }
}

fn words_of(unit: &Unit<'_>, bag: &mut Bag) {
    let mut before: Option<(Vec<u8>, Range<usize>)> = None;
    let mut buffer = Vec::new();
    for token in tokens(unit.folded.text()) {
        let range = unit.folded.source(token.range.clone());
        buffer.clear();
        match token.kind {
            TokenKind::Word => {
                let written = &unit.folded.text()[token.range.clone()];
                for character in written.chars().map(plain).filter(|c| !matches!(c, '\u{300}'..='\u{36F}')) {
                    buffer.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                }
            }
            TokenKind::Number => buffer.push(b'0'),
            TokenKind::Variable => buffer.push(1),
            TokenKind::Sign => buffer.extend_from_slice(unit.folded.text()[token.range.clone()].as_bytes()),
        }
        let unspaced = token.kind == TokenKind::Word && is_unspaced(&buffer);
        if unspaced {
            parts(&buffer, unspaced_lengths(&buffer), 1.0, &range, bag);
        } else {
            bag.add(key(Kind::Word, &[&buffer]), WORD, &range);
            if unit.surface == Surface::Label {
                bag.add(key(Kind::LabelWord, &[&buffer]), WORD, &range);
            }
            if token.kind == TokenKind::Word {
                let mut padded = Vec::with_capacity(buffer.len() + 2);
                padded.push(b'<');
                padded.extend_from_slice(&buffer);
                padded.push(b'>');
                parts(&padded, 3..=5, PART, &range, bag);
            }
            if let Some((previous, first)) = &before {
                bag.add(key(Kind::Pair, &[previous, b" ", &buffer]), WORD, &(first.start..range.end));
            }
        }
        before = (!unspaced).then(|| (buffer.clone(), range));
    }
}

/// The runs of so many characters in a word.
fn parts(word: &[u8], lengths: std::ops::RangeInclusive<usize>, value: f32, range: &Range<usize>, bag: &mut Bag) {
    let starts: Vec<usize> = (0..=word.len()).filter(|at| word.get(*at).is_none_or(|byte| byte & 0xC0 != 0x80)).collect();
    let characters = starts.len() - 1;
    for length in lengths {
        for from in 0..(characters + 1).saturating_sub(length) {
            bag.add(key(Kind::Part, &[&word[starts[from]..starts[from + length]]]), value, range);
        }
    }
}

fn first_character(word: &[u8]) -> u32 {
    std::str::from_utf8(word).ok().and_then(|word| word.chars().next()).map_or(0, u32::from)
}

/// Whether a word is a whole sentence, in a script that puts no blanks between words.
fn is_unspaced(word: &[u8]) -> bool {
    matches!(first_character(word), 0xE00..=0xEFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3005..=0x30FF | 0x3400..=0x9FFF | 0xF900..=0xFAFF)
}

fn unspaced_lengths(word: &[u8]) -> std::ops::RangeInclusive<usize> {
    if first_character(word) >= 0x3005 { 1..=4 } else { 3..=6 }
}

/// FNV-1a, of 32 bits and never 0.
fn key(kind: Kind, pieces: &[&[u8]]) -> u32 {
    let start = (0x811C_9DC5_u32 ^ kind as u32).wrapping_mul(0x0100_0193);
    let hash = pieces.iter().flat_map(|piece| piece.iter()).fold(start, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    });
    hash.max(1)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TokenKind {
    Word,
    Number,
    Variable,
    Sign,
}

struct Token {
    kind: TokenKind,
    range: Range<usize>,
}

/// Words, numbers, variables and the signs that say something.
fn tokens(text: &str) -> impl Iterator<Item = Token> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = &text[from..];
            let first = rest.chars().next()?;
            let start = from;
            if first == VARIABLE {
                from += first.len_utf8();
                return Some(Token { kind: TokenKind::Variable, range: start..from });
            }
            if first.is_numeric() {
                from += length_of(rest, |c| c.is_numeric() || matches!(c, '.' | ',' | ':'));
                return Some(Token { kind: TokenKind::Number, range: start..from });
            }
            if is_word(first) {
                from += length_of(rest, |c| is_word(c) && !c.is_numeric());
                return Some(Token { kind: TokenKind::Word, range: start..from });
            }
            from += first.len_utf8();
            if matches!(first, '%' | '!' | '?' | '€' | '$' | '£' | '₹' | '؟' | '٪') {
                return Some(Token { kind: TokenKind::Sign, range: start..from });
            }
        }
    })
}

fn length_of(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|character| !belongs(character)).unwrap_or(text.len())
}
