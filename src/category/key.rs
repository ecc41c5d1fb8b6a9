//! What the model knows things by: hashes of their names, which stay the same however its lists grow.

use super::class::Class;

/// What a feature is of. Its hash begins with it.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A word.
    Word = 1,
    /// A run of characters in a script without blanks.
    Part,
    /// Something that the lexicons know.
    Tag,
    /// The same on a label.
    LabelTag,
    /// A word on a label.
    LabelWord,
    /// How a message is built.
    Structure,
}

/// What a sentence can have beside words. The lexicons' tags and these are the things that the model knows in pairs.
pub const SIGNS: [&str; 7] =
    ["a variable", "a number", "a question mark", "a percent sign", "an exclamation mark", "few words", "a button"];

/// The key of something with a name. Never 0: that stands for an empty slot.
pub fn key(kind: Kind, pieces: &[&[u8]]) -> u32 {
    end(pieces.iter().fold(begin(kind), |hash, piece| further(hash, piece)))
}

/// The key of what phrases are about.
pub const fn of_tag(class: Class, name: &str) -> u32 {
    end(further(further(begin(Kind::Tag), name.as_bytes()), &[class as u8]))
}

/// The same where it stands on a label.
pub const fn of_label_tag(class: Class, name: &str) -> u32 {
    end(further(further(begin(Kind::LabelTag), name.as_bytes()), &[class as u8]))
}

/// The key of one of [`SIGNS`].
pub fn of_sign(name: &str) -> u32 {
    key(Kind::Structure, &[b"unit with ", name.as_bytes()])
}

/// The key of two things together, in whatever order: mixed in one step, by the constant of Fibonacci hashing.
pub fn of_pair(one: u32, other: u32) -> u32 {
    let both = u64::from(one.min(other)) << 32 | u64::from(one.max(other));
    let high = both.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes();
    end(u32::from_be_bytes([high[0], high[1], high[2], high[3]]))
}

/// Begins a hash: FNV-1a, of 32 bits.
pub const fn begin(kind: Kind) -> u32 {
    further(0x811C_9DC5, &[kind as u8])
}

/// Some bytes more.
pub const fn further(mut hash: u32, mut bytes: &[u8]) -> u32 {
    while let [byte, rest @ ..] = bytes {
        hash = (hash ^ *byte as u32).wrapping_mul(0x0100_0193);
        bytes = rest;
    }
    hash
}

/// The key that a hash ends as.
pub const fn end(hash: u32) -> u32 {
    if hash == 0 { 1 } else { hash }
}
