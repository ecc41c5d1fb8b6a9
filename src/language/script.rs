//! Which script a letter belongs to.

use crate::text::is_common_letter;

/// A script that some language of the list, or a neighbour of one, is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // Their own names.
pub enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Hebrew,
    Arabic,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Odia,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thai,
    Lao,
    Burmese,
    Georgian,
    Ethiopic,
    Khmer,
    Hangul,
    Kana,
    Han,
}

/// How many there are.
pub const SCRIPTS: usize = Script::Han as usize + 1;

impl Script {
    /// Every script, in order.
    pub const ALL: [Self; SCRIPTS] = [
        Self::Latin,
        Self::Greek,
        Self::Cyrillic,
        Self::Armenian,
        Self::Hebrew,
        Self::Arabic,
        Self::Devanagari,
        Self::Bengali,
        Self::Gurmukhi,
        Self::Gujarati,
        Self::Odia,
        Self::Tamil,
        Self::Telugu,
        Self::Kannada,
        Self::Malayalam,
        Self::Sinhala,
        Self::Thai,
        Self::Lao,
        Self::Burmese,
        Self::Georgian,
        Self::Ethiopic,
        Self::Khmer,
        Self::Hangul,
        Self::Kana,
        Self::Han,
    ];

    /// The script of a letter; nothing for digits, signs, emoji, and letters of other scripts.
    pub fn of(letter: char) -> Option<Self> {
        if letter.is_ascii() {
            return letter.is_ascii_alphabetic().then_some(Self::Latin);
        }
        (is_common_letter(letter) || letter.is_alphabetic()).then(|| Self::of_block(letter)).flatten()
    }

    /// By the blocks of Unicode, which for letters are as good as the scripts; tests/scripts.rs compares the two.
    fn of_block(letter: char) -> Option<Self> {
        let script = match u32::from(letter) {
            0xAA
            | 0xBA
            | 0xC0..=0x2B8
            | 0x2E0..=0x2E4
            | 0x1D00..=0x1D25
            | 0x1D2C..=0x1D5C
            | 0x1D62..=0x1D65
            | 0x1D6B..=0x1D77
            | 0x1D79..=0x1DBE
            | 0x1E00..=0x1EFF
            | 0x2071
            | 0x207F
            | 0x2090..=0x209C
            | 0x212A
            | 0x212B
            | 0x2160..=0x2188
            | 0x2C60..=0x2C7F
            | 0xA722..=0xA7FF
            | 0xAB30..=0xAB64
            | 0xFB00..=0xFB06
            | 0xFF21..=0xFF3A
            | 0xFF41..=0xFF5A => Self::Latin,
            0x370..=0x3E1 | 0x3F0..=0x3FF | 0x1F00..=0x1FFF => Self::Greek,
            0x400..=0x52F | 0x1C80..=0x1C8F | 0x2DE0..=0x2DFF | 0xA640..=0xA69F => Self::Cyrillic,
            0x530..=0x58F | 0xFB13..=0xFB17 => Self::Armenian,
            0x590..=0x5FF | 0xFB1D..=0xFB4F => Self::Hebrew,
            0x640 => return None,
            0x600..=0x6FF | 0x750..=0x77F | 0x870..=0x8FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFC => Self::Arabic,
            0x900..=0x97F | 0xA8E0..=0xA8FF => Self::Devanagari,
            0x980..=0x9FF => Self::Bengali,
            0xA00..=0xA7F => Self::Gurmukhi,
            0xA80..=0xAFF => Self::Gujarati,
            0xB00..=0xB7F => Self::Odia,
            0xB80..=0xBFF => Self::Tamil,
            0xC00..=0xC7F => Self::Telugu,
            0xC80..=0xCFF => Self::Kannada,
            0xD00..=0xD7F => Self::Malayalam,
            0xD80..=0xDFF => Self::Sinhala,
            0xE00..=0xE7F => Self::Thai,
            0xE80..=0xEFF => Self::Lao,
            0x1000..=0x109F | 0xA9E0..=0xA9FF | 0xAA60..=0xAA7F => Self::Burmese,
            0x10A0..=0x10FF | 0x1C90..=0x1CBF | 0x2D00..=0x2D2F => Self::Georgian,
            0x1100..=0x11FF | 0x3131..=0x318E | 0xA960..=0xA97F | 0xAC00..=0xD7FF | 0xFFA1..=0xFFDC => Self::Hangul,
            0x1200..=0x139F | 0x2D80..=0x2DDF | 0xAB01..=0xAB2E => Self::Ethiopic,
            0x1780..=0x17FF => Self::Khmer,
            0x3041..=0x309F | 0x30A1..=0x30FF | 0x31F0..=0x31FF | 0xFF66..=0xFF9D => Self::Kana,
            0x2E80..=0x2FDF
            | 0x3005..=0x3007
            | 0x3021..=0x303B
            | 0x3400..=0x4DBF
            | 0x4E00..=0x9FFF
            | 0xF900..=0xFAFF
            | 0x20000..=0x3FFFF => Self::Han,
            _ => return None,
        };
        Some(script)
    }

    /// The word for its letters in a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Self::Latin => "Latin",
            Self::Greek => "Greek",
            Self::Cyrillic => "Cyrillic",
            Self::Armenian => "Armenian",
            Self::Hebrew => "Hebrew",
            Self::Arabic => "Arabic",
            Self::Devanagari => "Devanagari",
            Self::Bengali => "Bengali",
            Self::Gurmukhi => "Gurmukhi",
            Self::Gujarati => "Gujarati",
            Self::Odia => "Odia",
            Self::Tamil => "Tamil",
            Self::Telugu => "Telugu",
            Self::Kannada => "Kannada",
            Self::Malayalam => "Malayalam",
            Self::Sinhala => "Sinhala",
            Self::Thai => "Thai",
            Self::Lao => "Lao",
            Self::Burmese => "Burmese",
            Self::Georgian => "Georgian",
            Self::Ethiopic => "Ethiopic",
            Self::Khmer => "Khmer",
            Self::Hangul => "Korean",
            Self::Kana => "Japanese",
            Self::Han => "Chinese",
        }
    }

    /// The scripts behind a name in `rules/policy/languages.yaml`. Japanese mixes two, and Korean may.
    pub(super) fn named(name: &str) -> &'static [Self] {
        match name {
            "latin" => &[Self::Latin],
            "greek" => &[Self::Greek],
            "cyrillic" => &[Self::Cyrillic],
            "hebrew" => &[Self::Hebrew],
            "arabic" => &[Self::Arabic],
            "devanagari" => &[Self::Devanagari],
            "bengali" => &[Self::Bengali],
            "gurmukhi" => &[Self::Gurmukhi],
            "gujarati" => &[Self::Gujarati],
            "tamil" => &[Self::Tamil],
            "telugu" => &[Self::Telugu],
            "kannada" => &[Self::Kannada],
            "malayalam" => &[Self::Malayalam],
            "sinhala" => &[Self::Sinhala],
            "thai" => &[Self::Thai],
            "lao" => &[Self::Lao],
            "georgian" => &[Self::Georgian],
            "hangul" => &[Self::Hangul, Self::Han],
            "japanese" => &[Self::Kana, Self::Han],
            "han_simplified" | "han_traditional" => &[Self::Han],
            _ => &[],
        }
    }

    /// Whether it is written from right to left.
    pub fn is_right_to_left(self) -> bool {
        matches!(self, Self::Hebrew | Self::Arabic)
    }

    /// Whether one letter is a syllable or a word.
    pub(super) fn is_dense(self) -> bool {
        matches!(self, Self::Hangul | Self::Kana | Self::Han)
    }
}
