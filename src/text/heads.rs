//! The words that phrases begin with, as a filter: most words of a text begin none, and are passed over for that.

use std::collections::BTreeSet;

use super::folded::VARIABLE;
use super::table::REST_OF_WORD;

/// The longest head in bytes that is told apart from others.
pub(super) const LONGEST: usize = 63;

/// What a text must have, letter by letter, where a phrase begins: its first word, or what stands before the first sign
/// for something else.
pub(super) fn head(pattern: &str) -> &str {
    let ends = |character: char| matches!(character, ' ' | REST_OF_WORD | VARIABLE);
    let inner = pattern.char_indices().skip(1).find(|(_, character)| ends(*character));
    if pattern.starts_with(VARIABLE) { "" } else { &pattern[..inner.map_or(pattern.len(), |(at, _)| at)] }
}

/// Bits of a filter for each head: of a hundred other words, a few pass.
const BITS: usize = 10;

/// Bytes of a set of bytes.
const SET: usize = 32;

/// The length of the longest head, the set of their first bytes, and a Bloom filter of all, in blocks of 32 bits: a head
/// sets three bits of one block.
pub(super) fn filter<'h>(heads: impl Iterator<Item = &'h str>) -> Vec<u8> {
    let heads: BTreeSet<&str> = heads.filter(|head| !head.is_empty()).collect();
    let longest = heads.iter().map(|head| head.len().min(LONGEST)).max().and_then(|longest| u8::try_from(longest).ok());
    let mut firsts = [0; SET];
    let mut blocks = vec![0_u32; (heads.len() * BITS).div_ceil(32)];
    for head in heads {
        head.bytes().take(1).for_each(|first| firsts[usize::from(first >> 3)] |= 1 << (first & 7));
        let (block, bits) = place(head.bytes().take(LONGEST).fold(0, mix), blocks.len());
        blocks[block] |= bits;
    }
    let blocks = blocks.into_iter().flat_map(u32::to_le_bytes);
    longest.into_iter().flat_map(|longest| [&[longest], &firsts[..]].concat()).chain(blocks).collect()
}

/// [`VARIABLE`], as a text has it.
pub(super) const VARIABLE_BYTES: &[u8] = "\u{FFFC}".as_bytes();

/// Whether a head begins with a byte.
pub(super) fn begins_head(byte: u8, heads: &[u8]) -> bool {
    heads.get(1 + usize::from(byte >> 3)).is_some_and(|firsts| firsts & (1 << (byte & 7)) != 0)
}

/// Where a phrase's head may end in a text that begins with it: one bit for each length in bytes. Some that it tells are
/// none; all others are sure to be none. A head of [`LONGEST`] bytes may be longer. `heads` is what [`filter`] made.
pub(super) fn ends_of_heads(text: &[u8], heads: &[u8]) -> u64 {
    let Some((longest, heads)) = heads.split_first() else { return 0 };
    let (blocks, _) = heads.get(SET..).unwrap_or_default().as_chunks::<4>();
    let (mut ends, mut hash) = (0, 0);
    for (at, byte) in text.iter().enumerate().take(usize::from(*longest)) {
        let is_sign = match byte {
            b' ' => at > 0,
            b'*' => true,
            0xEF => text[at..].starts_with(VARIABLE_BYTES),
            _ => false,
        };
        if is_sign {
            break;
        }
        hash = mix(hash, *byte);
        let (block, bits) = place(hash, blocks.len());
        let passes = blocks.get(block).is_some_and(|block| u32::from_le_bytes(*block) & bits == bits);
        ends |= u64::from(passes) << (at + 1);
    }
    ends
}

/// One byte more in a hash whose upper half is well mixed.
fn mix(hash: u64, byte: u8) -> u64 {
    (hash.rotate_left(5) ^ u64::from(byte)).wrapping_mul(0x517C_C1B7_2722_0A95)
}

/// The block of a filter, and the bits there, that a hash stands for.
fn place(hash: u64, blocks: usize) -> (usize, u32) {
    let upper = hash >> 32;
    let block = (upper * blocks as u64) >> 32;
    let bit = |shift: u32| 1 << (upper >> shift & 31);
    // The topmost bits choose the block.
    (usize::try_from(block).unwrap_or(0), bit(0) | bit(5) | bit(10))
}
