//! Which characters a delimiter may touch on its outer side.

mod table;

use std::cmp::Ordering;

use table::RANGES;

/// Whether a delimiter works next to this character: punctuation, symbols, separators and format characters, as
/// Unicode 11 has them, and the five blanks that are control characters. Letters, marks and digits of any script are
/// not; neither are the emoji that came after Unicode 11, nor the U+FE0F that many emoji end with.
pub fn is_boundary(character: char) -> bool {
    if character.is_ascii() {
        return matches!(character, '\t'..='\r' | ' ') || character.is_ascii_punctuation();
    }
    RANGES
        .binary_search_by(|&(first, last)| match () {
            () if last < character => Ordering::Less,
            () if first > character => Ordering::Greater,
            () => Ordering::Equal,
        })
        .is_ok()
}
