//! Whether a text runs from left to right or from right to left.

use crate::policy;
use crate::template::Variant;

/// Where a line of text starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// As in English.
    LeftToRight,
    /// As in Arabic.
    RightToLeft,
}

impl Direction {
    /// That of a variant: of the script its language is written in, else of what its body begins with.
    pub fn of(variant: &Variant) -> Self {
        let language = variant.language.as_ref().and_then(|language| Self::of_language(&language.value));
        let body = || variant.body.as_ref()?.text.as_ref().and_then(|text| Self::of_text(text.value()));
        language.or_else(body).unwrap_or(Self::LeftToRight)
    }

    /// That of a language on Meta's list, or of another region of such a language.
    fn of_language(code: &str) -> Option<Self> {
        let known = |language: &&policy::Language| policy::base(language.code) == policy::base(code);
        let language = policy::language(code).or_else(|| policy::LANGUAGES.iter().find(known))?;
        let right_to_left = language.scripts.first().is_some_and(|script| matches!(*script, "arabic" | "hebrew"));
        Some(if right_to_left { Self::RightToLeft } else { Self::LeftToRight })
    }

    /// That of the first letter, as phones decide for every line; nothing where there is no letter.
    pub fn of_text(text: &str) -> Option<Self> {
        let first = text.chars().find(|character| character.is_alphabetic())?;
        Some(if is_right_to_left(first) { Self::RightToLeft } else { Self::LeftToRight })
    }
}

/// Whether a letter is in one of the blocks that Unicode keeps for scripts from right to left.
pub fn is_right_to_left(character: char) -> bool {
    matches!(character,
        '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_and_letters_have_a_direction() {
        for code in ["ar", "ar_EG", "he", "fa", "ur", "ar_XX"] {
            assert_eq!(Direction::of_language(code), Some(Direction::RightToLeft), "{code}");
        }
        assert_eq!(Direction::of_language("en_GB"), Some(Direction::LeftToRight));
        assert_eq!(Direction::of_language("xx"), None);
        assert_eq!(Direction::of_text("1. 🎉 مرحبا Ana"), Some(Direction::RightToLeft));
        assert_eq!(Direction::of_text("Ana مرحبا"), Some(Direction::LeftToRight));
        assert_eq!(Direction::of_text("12:00"), None);
    }
}
