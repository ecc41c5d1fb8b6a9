//! A delimiter without effect, and what its surroundings say about it.

use std::ops::Range;

use super::shared::Reading;
use crate::text::markup::{is_blank, is_boundary};

/// Which bytes are delimiters that format something.
pub(super) fn acting(reading: &Reading<'_>) -> Vec<bool> {
    let mut acting = vec![false; reading.value.len()];
    for span in &reading.markup.spans {
        acting[span.opening()].fill(true);
        acting[span.closing()].fill(true);
    }
    acting
}

/// A delimiter that formats nothing, and what is beside it.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) range: Range<usize>,
    /// Which of the delimiters.
    pub(super) sign: char,
    pub(super) before: Option<char>,
    pub(super) after: Option<char>,
    /// The nearest characters that are not blank.
    pub(super) near: (Option<char>, Option<char>),
}

impl Mark {
    pub(super) fn new(text: &str, range: Range<usize>, sign: char) -> Self {
        let solid = |character: &char| !is_blank(*character);
        let before = || text[..range.start].chars().rev().take_while(|character| *character != '\n').take(40);
        let after = || text[range.end..].chars().take_while(|character| *character != '\n').take(40);
        Self {
            sign,
            before: before().next(),
            after: after().next(),
            near: (before().find(solid), after().find(solid)),
            range: range.clone(),
        }
    }

    pub(super) fn starts_line(&self) -> bool {
        self.before.is_none()
    }

    pub(super) fn is_free_before(&self) -> bool {
        self.before.is_none_or(is_boundary)
    }

    pub(super) fn is_free_after(&self) -> bool {
        self.after.is_none_or(is_boundary)
    }

    pub(super) fn touches_before(&self) -> bool {
        self.before.is_some_and(|before| !is_blank(before))
    }

    pub(super) fn touches_after(&self) -> bool {
        self.after.is_some_and(|after| !is_blank(after))
    }

    /// Whether it looks like the first of two.
    pub(super) fn opens(&self) -> bool {
        self.is_free_before() && self.touches_after() && self.after.is_some_and(starts_words)
    }

    /// Whether it looks like the second of two.
    pub(super) fn closes(&self) -> bool {
        self.touches_before() && self.is_free_after() && self.before.is_some_and(ends_words)
    }

    pub(super) fn is_in_word(&self) -> bool {
        self.before.is_some_and(|before| before.is_ascii_alphanumeric())
            && self.after.is_some_and(|after| after.is_ascii_alphanumeric())
    }

    /// `5 * 3`, `2*3`, `9~17`, `snake_case`, `{{1}} * {{2}}`, ` - _ `.
    pub(super) fn is_prose(&self) -> bool {
        let numeric = |near: Option<char>| near.is_some_and(|near| near.is_numeric() || matches!(near, '{' | '}'));
        let apart = !self.touches_before() && !self.touches_after();
        let tight = self.touches_before() && self.touches_after();
        match self.sign {
            '*' | '~' => {
                let digits = [self.near.0, self.near.1].iter().all(|near| near.is_some_and(char::is_numeric));
                digits || numeric(self.near.0) && numeric(self.near.1) && apart
            }
            '_' => self.is_in_word() || tight && self.is_free_before() && self.is_free_after() && !self.has_words(),
            _ => self.is_in_word(),
        }
    }

    /// Whether what is beside it can be the edge of words: `(_)` and `^_^` have none.
    pub(super) fn has_words(&self) -> bool {
        self.before.is_some_and(ends_words)
            && matches!(self.before, Some('}' | '"' | '”' | '!' | '.' | '?' | '*' | '~'))
            || matches!(self.after, Some('{' | '"' | '“' | '¡' | '¿' | '*' | '~'))
    }
}

/// Whether words can start with this character.
pub(super) fn starts_words(character: char) -> bool {
    !is_boundary(character) || is_picture(character) || "({[「『（【《“‘«¿¡$€£¥₹#@\"'*_~`".contains(character)
}

/// Whether words can end with this character.
pub(super) fn ends_words(character: char) -> bool {
    !"([「『（【《“‘«¿¡".contains(character) && !is_blank(character)
}

pub(super) fn is_picture(character: char) -> bool {
    matches!(character, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}')
}

/// Whether a character that is no boundary is an emoji or the end of one.
pub(super) fn is_newer_emoji(character: char) -> bool {
    !is_boundary(character) && matches!(character, '\u{FE0F}' | '\u{20E3}' | '\u{1F000}'..='\u{1FAFF}')
}
