//! The tokens of a unit, and how it is built by them.

use std::ops::Range;

use crate::text::folded::{VARIABLE, is_numeric, is_word};

/// A word, a number, a variable or a sign that says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Its bytes in the folded unit.
    pub range: Range<usize>,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters; in scripts without blanks between words, a whole sentence.
    Word,
    /// Digits, with the signs between them.
    Number,
    /// A variable.
    Variable,
    /// A question mark, a percent sign or the sign of a currency.
    Sign,
}

impl TokenKind {
    /// Whether a token of this kind goes on with a character, which by itself would begin one of another kind.
    fn goes_on_with(self, character: char, kind: Option<Self>) -> bool {
        match self {
            Self::Word => kind == Some(Self::Word),
            Self::Number => kind == Some(Self::Number) || matches!(character, '.' | ',' | ':'),
            Self::Variable | Self::Sign => false,
        }
    }
}

/// How a unit is built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Build {
    /// How many words it has beside its variables. A character of Chinese or Japanese is half a word.
    pub words: usize,
    /// How many question marks.
    pub questions: usize,
    /// Whether it has a variable.
    pub variable: bool,
    /// A digit, or a number in any other script.
    pub number: bool,
    /// A percent sign.
    pub percent: bool,
    /// An exclamation mark.
    pub exclamation: bool,
}

/// Takes a folded unit apart.
pub fn tokens(folded: &str) -> (Vec<Token>, Build) {
    let (mut tokens, mut build) = (Vec::<Token>::with_capacity(folded.len() / 4 + 4), Build::default());
    let (mut halves, mut quarters) = (0, 0);
    let (mut open, mut inside) = (None::<TokenKind>, false);
    let mut at = 0;
    while let Some(character) = folded[at..].chars().next() {
        let joined = std::mem::replace(&mut inside, false);
        let start = at;
        at += character.len_utf8();
        let kind = match character {
            'a'..='z' => {
                // Most of most texts.
                at += folded.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_lowercase()).count();
                inside = true;
                Some(TokenKind::Word)
            }
            ' ' => None,
            VARIABLE => {
                build.variable = true;
                Some(TokenKind::Variable)
            }
            '?' | '؟' => {
                build.questions += 1;
                Some(TokenKind::Sign)
            }
            '%' | '٪' => {
                build.percent = true;
                Some(TokenKind::Sign)
            }
            '!' => {
                build.exclamation = true;
                None
            }
            '€' | '$' | '£' | '₹' => Some(TokenKind::Sign),
            _ => {
                let kind = letter_or_digit(character);
                build.number |= kind == Some(TokenKind::Number);
                match character {
                    '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' => halves += 1,
                    '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' => quarters += 1,
                    _ => inside = kind.is_some(),
                }
                kind
            }
        };
        build.words += usize::from(inside && !joined);
        match tokens.last_mut().filter(|_| open.is_some_and(|open| open.goes_on_with(character, kind))) {
            Some(last) => last.range.end = at,
            None => {
                open = kind;
                tokens.extend(kind.map(|kind| Token { kind, range: start..at }));
            }
        }
    }
    build.words += usize::div_ceil(halves, 2) + usize::div_ceil(quarters, 4);
    (tokens, build)
}

fn letter_or_digit(character: char) -> Option<TokenKind> {
    match character {
        _ if is_numeric(character) => Some(TokenKind::Number),
        _ => is_word(character).then_some(TokenKind::Word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_words_numbers_variables_and_signs() {
        use TokenKind::*;
        for (folded, expected) in [
            (
                "from \u{FFFC}: 3.5kg, ok",
                vec![(Word, "from"), (Variable, "\u{FFFC}"), (Number, "3.5"), (Word, "kg"), (Word, "ok")],
            ),
            ("20% of €5.", vec![(Number, "20"), (Sign, "%"), (Word, "of"), (Sign, "€"), (Number, "5.")]),
            ("نعم؟ ५०", vec![(Word, "نعم"), (Sign, "؟"), (Number, "५०")]),
        ] {
            let found: Vec<_> = tokens(folded).0.into_iter().map(|token| (token.kind, &folded[token.range])).collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn words_are_counted_in_every_script() {
        for (folded, words) in
            [("it's a-b 3rd", 5), ("1,000 \u{FFFC} x", 3), ("您的订单", 2), ("สวัสดีครับ", 3), ("ok 好!", 2), ("", 0)]
        {
            assert_eq!(tokens(folded).1.words, words, "{folded}");
        }
    }
}
