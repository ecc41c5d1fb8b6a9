//! What the model looks at: words, what the lexicons know, and how the message is built.

use std::ops::Range;

use crate::template::Surface;
use crate::text::borders::length_of;
use crate::text::folded::{VARIABLE, is_numeric, is_word};

use super::letters::plain;
use super::lexicon::{Class, Tag};
use super::structure;
use super::unit::Unit;

/// Something the model knows a weight for.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// Its hash. Never 0.
    pub key: u32,
    /// How much of it there is.
    pub value: f32,
    /// The bytes of the folded unit it comes from; empty where it is about the whole.
    pub range: Range<usize>,
}

/// What a feature is of. Its hash begins with it.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Word = 1,
    Part,
    Tag,
    LabelTag,
    LabelWord,
    Structure,
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
    let (mut word, mut starts) = (Vec::new(), Vec::new());
    for token in tokens(unit.folded.text()) {
        if !unit.muted.is_empty() && unit.is_muted(&unit.folded.source(token.range.clone())) {
            continue;
        }
        spell(unit.folded.text(), &token, &mut word);
        let unspaced = token.kind == TokenKind::Word && is_unspaced(&word);
        if unspaced {
            parts(&word, &token.range, &mut starts, &mut tell);
            continue;
        }
        tell(Feature { key: key(Kind::Word, &[&word]), value: WORD, range: token.range.clone() });
        if unit.surface == Surface::Label {
            tell(Feature { key: key(Kind::LabelWord, &[&word]), value: WORD, range: token.range.clone() });
        }
    }
}

/// Tells what the lexicons found in a unit.
pub fn tags(unit: &Unit<'_>, mut tell: impl FnMut(Feature)) {
    let mut seen: Vec<&Tag> = Vec::new();
    for found in &unit.found {
        if !seen.iter().any(|known| std::ptr::eq(*known, found.tag)) {
            seen.push(found.tag);
            tell(Feature { key: found.tag.key, value: KNOWN, range: 0..0 });
        }
    }
    // A label that says nothing in particular speaks less than a sentence that does.
    let surface = match unit.surface {
        Surface::Header => "header",
        Surface::Footer => "footer",
        Surface::Label => "label",
        _ => "body",
    };
    tell(Feature { key: key(Kind::Structure, &[b"unit of ", surface.as_bytes()]), value: 1.0, range: 0..0 });
    let mut names: Vec<u32> = seen.iter().map(|found| found.key).collect();
    structure::signs(unit, |name| {
        let key = key(Kind::Structure, &[b"unit with ", name.as_bytes()]);
        tell(Feature { key, value: KNOWN, range: 0..0 });
        names.push(key);
    });
    pairs(names, TOGETHER, &mut tell);
}

/// Tells any two of some features, in whatever order they stood.
fn pairs(mut names: Vec<u32>, value: f32, tell: &mut impl FnMut(Feature)) {
    names.sort_unstable();
    names.dedup();
    for (at, first) in names.iter().enumerate() {
        for second in &names[at + 1..] {
            tell(Feature { key: pair(*first, *second), value, range: 0..0 });
        }
    }
}

/// The feature of two things together, the smaller key first. A message has hundreds: mixed in one step, by the constant
/// of Fibonacci hashing.
pub(super) fn pair(first: u32, second: u32) -> u32 {
    let both = (u64::from(first) << 32 | u64::from(second)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let high = both.to_be_bytes();
    u32::from_be_bytes([high[0], high[1], high[2], high[3]]).max(1)
}

/// Tells what the lexicons found in a message, and how it is built.
pub fn whole(units: &[Unit<'_>], message: &structure::Message<'_>, mut tell: impl FnMut(Feature)) {
    let mut seen: Vec<u32> = Vec::new();
    let mut once = |key: u32, value: f32, tell: &mut dyn FnMut(Feature)| {
        if !seen.contains(&key) {
            seen.push(key);
            tell(Feature { key, value, range: 0..0 });
        }
    };
    for unit in units {
        for found in &unit.found {
            once(found.tag.key, KNOWN, &mut tell);
            if unit.surface == Surface::Label {
                once(found.tag.label_key, KNOWN, &mut tell);
            }
        }
    }
    for found in message.samples.iter().flat_map(|sampled| &sampled.found) {
        once(found.tag.key, 0.5 * KNOWN, &mut tell);
    }
    pairs(units.iter().flat_map(|unit| &unit.found).map(|found| found.tag.key).collect(), ACROSS, &mut tell);
    structure::describe(units, message, |name, value| {
        if value > 0.0 {
            tell(Feature { key: key(Kind::Structure, &[name.as_bytes()]), value: value * KNOWN, range: 0..0 });
        }
    });
}

/// What the values of words are divided by, so that a long text counts as much as a short one; but a very short one,
/// such as a label, less.
pub fn length(squares: f32) -> f32 {
    (squares + SHORT).sqrt()
}

/// By name: indices change whenever a tag is added.
pub(super) const fn of_tag(class: Class, name: &str) -> u32 {
    tag(Kind::Tag, class, name)
}

/// The same where it stands on a label.
pub(super) const fn of_label_tag(class: Class, name: &str) -> u32 {
    tag(Kind::LabelTag, class, name)
}

const fn tag(kind: Kind, class: Class, name: &str) -> u32 {
    never_0(further(further(begin(kind), name.as_bytes()), &[class as u8]))
}

/// A token as the model knows it: without accents, and any number as one.
fn spell(text: &str, token: &Token, out: &mut Vec<u8>) {
    out.clear();
    match token.kind {
        TokenKind::Word => {
            for character in text[token.range.clone()].chars().filter(|c| !matches!(c, '\u{300}'..='\u{36F}')) {
                out.extend_from_slice(plain(character).encode_utf8(&mut [0; 4]).as_bytes());
            }
        }
        TokenKind::Number => out.push(b'0'),
        TokenKind::Variable => out.push(1),
        TokenKind::Sign => out.extend_from_slice(text[token.range.clone()].as_bytes()),
    }
}

/// The runs of a few characters in a sentence without blanks.
fn parts(word: &[u8], range: &Range<usize>, starts: &mut Vec<usize>, tell: &mut impl FnMut(Feature)) {
    let (shortest, longest) = unspaced_lengths(word);
    starts.clear();
    starts.extend((0..=word.len()).filter(|at| word.get(*at).is_none_or(|byte| byte & 0xC0 != 0x80)));
    for from in 0..starts.len() - 1 {
        // Each run is the one before it and a character more.
        let mut hash = begin(Kind::Part);
        for to in from + 1..starts.len().min(from + longest + 1) {
            hash = further(hash, &word[starts[to - 1]..starts[to]]);
            if to - from >= shortest {
                tell(Feature { key: never_0(hash), value: WORD, range: range.clone() });
            }
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

fn unspaced_lengths(word: &[u8]) -> (usize, usize) {
    if first_character(word) >= 0x3005 { (1, 4) } else { (3, 6) }
}

/// FNV-1a, of 32 bits and never 0.
fn key(kind: Kind, pieces: &[&[u8]]) -> u32 {
    never_0(pieces.iter().fold(begin(kind), |hash, piece| further(hash, piece)))
}

const fn begin(kind: Kind) -> u32 {
    further(0x811C_9DC5, &[kind as u8])
}

const fn further(mut hash: u32, mut bytes: &[u8]) -> u32 {
    while let [byte, rest @ ..] = bytes {
        hash = (hash ^ *byte as u32).wrapping_mul(0x0100_0193);
        bytes = rest;
    }
    hash
}

/// 0 stands for an empty slot.
const fn never_0(hash: u32) -> u32 {
    if hash == 0 { 1 } else { hash }
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
            if is_numeric(first) {
                from += length_of(rest, |c| is_numeric(c) || matches!(c, '.' | ',' | ':'));
                return Some(Token { kind: TokenKind::Number, range: start..from });
            }
            if is_word(first) {
                from += length_of(rest, |c| is_word(c) && !is_numeric(c));
                return Some(Token { kind: TokenKind::Word, range: start..from });
            }
            from += first.len_utf8();
            if matches!(first, '%' | '?' | '€' | '$' | '£' | '₹' | '؟' | '٪') {
                return Some(Token { kind: TokenKind::Sign, range: start..from });
            }
        }
    })
}
