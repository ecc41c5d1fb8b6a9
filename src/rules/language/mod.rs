//! Texts that are not in the language they are filed under, or not written the way that language is written.

mod shared;

pub mod arabic_punctuation;
pub mod bidi_controls;
pub mod chinese_characters;
pub mod digits;
pub mod mixed;
pub mod reading_direction;
pub mod romanised;
pub mod script;
pub mod wrong_language;
