//! What can be wrong with a phone number, as far as it shows without a directory of numbers.

use std::ops::Range;

use crate::policy::{self, limits};
use crate::text::Variables;

/// No country code has more digits (ITU-T E.164).
const LONGEST_CODE: usize = 3;

/// What is wrong with a number, and where. `better` is the number as it should be written.
#[derive(Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A variable in it.
    Variable(Range<usize>),
    /// From the first letter to the last.
    Letters(Range<usize>),
    /// Nothing that can be dialled.
    NoDigits(Range<usize>),
    /// Fewer digits than any number has; only a country code, if that many.
    TooShort { range: Range<usize>, digits: usize, only_code: bool },
    /// More characters than Meta takes; the range is what is too much.
    TooLong { range: Range<usize>, allowed: usize, characters: usize, better: Option<String> },
    /// `+44 (0)20`: the zero of calls from inside the country, with its brackets.
    ZeroBehindCode { range: Range<usize>, code: String, better: String },
    /// `020 7946`: no country code begins with a zero. `0044 20` has one, behind the zeros that stand for `+`.
    NoCountryCode { range: Range<usize>, better: Option<String> },
    /// No country has the code it begins with.
    UnknownCode { range: Range<usize>, code: String },
    /// No number of the country has that many digits.
    ImpossibleLength { range: Range<usize>, code: &'static str, digits: usize, possible: &'static [usize] },
    /// Blanks, dashes, brackets; from the first to the last.
    Signs { range: Range<usize>, better: Option<String> },
}

impl Trouble {
    /// Where it is.
    pub fn range(&self) -> Range<usize> {
        match self {
            Self::Variable(range) | Self::Letters(range) | Self::NoDigits(range) => range.clone(),
            Self::TooShort { range, .. } | Self::TooLong { range, .. } | Self::ZeroBehindCode { range, .. } => {
                range.clone()
            }
            Self::NoCountryCode { range, .. }
            | Self::Signs { range, .. }
            | Self::UnknownCode { range, .. }
            | Self::ImpossibleLength { range, .. } => range.clone(),
        }
    }
}

/// The worst that is wrong with a number.
pub fn trouble(number: &str) -> Option<Trouble> {
    if let Some(variable) = Variables::parse(number).list.first() {
        return Some(Trouble::Variable(variable.range.clone()));
    }
    if let Some(range) = from_first_to_last(number, char::is_alphabetic) {
        return Some(Trouble::Letters(range));
    }
    match number.chars().filter(char::is_ascii_digit).count() {
        0 => return Some(Trouble::NoDigits(0..number.len())),
        digits if digits < limits::PHONE_NUMBER_DIGITS_MIN.count() => {
            return Some(Trouble::TooShort { range: 0..number.len(), digits, only_code: digits <= LONGEST_CODE });
        }
        _ => {}
    }
    let allowed = limits::PHONE_NUMBER_LENGTH.count();
    let zero = zero_behind_code(number);
    let signs = signs(number);
    let better = plain(number).filter(|_| zero.is_none());
    let characters = number.chars().count();
    if let Some((surplus, _)) = number.char_indices().nth(allowed) {
        let better = better.filter(|better| better.len() <= allowed);
        return Some(Trouble::TooLong { range: surplus..number.len(), allowed, characters, better });
    }
    if zero.is_some() {
        return zero;
    }
    no_country_code(number)
        .or_else(|| impossible(number))
        .or_else(|| signs.map(|range| Trouble::Signs { range, better }))
}

fn no_country_code(number: &str) -> Option<Trouble> {
    let first = number.find(|c: char| c.is_ascii_digit()).filter(|_| !number.contains('+'))?;
    let zeros = number[first..].len() - number[first..].trim_start_matches('0').len();
    let better = plain(number).filter(|_| zeros == 2).map(|plain| format!("+{}", &plain[2..]));
    (zeros > 0).then(|| Trouble::NoCountryCode { range: first..first + zeros, better })
}

/// What stands between the digits, and is no `+` in front.
fn signs(number: &str) -> Option<Range<usize>> {
    let digits = number.strip_prefix('+').unwrap_or(number);
    let skipped = number.len() - digits.len();
    let range = from_first_to_last(digits, |c| !c.is_ascii_digit())?;
    Some(range.start + skipped..range.end + skipped)
}

/// The number without what people put between digits; nothing where something else stands there.
fn plain(number: &str) -> Option<String> {
    let number = number.trim();
    let (plus, digits) = number.strip_prefix('+').map_or(("", number), |digits| ("+", digits));
    let usual = |c: char| {
        c.is_ascii_digit() || c.is_whitespace() || matches!(c, '-' | '(' | ')' | '.' | '/' | '\u{2010}'..='\u{2015}')
    };
    digits.chars().all(usual).then(|| plus.chars().chain(digits.chars().filter(char::is_ascii_digit)).collect())
}

/// The zero that is dialled inside a country only, written behind its code all the same.
fn zero_behind_code(number: &str) -> Option<Trouble> {
    let plain = plain(number)?;
    let digits = plain.strip_prefix('+')?;
    let code = country_code(digits)?;
    let keeps_it = policy::COUNTRY_CODES_THAT_KEEP_ZERO.contains(&code);
    let rest = digits[code.len()..].strip_prefix('0').filter(|_| !keeps_it)?;
    let (at, _) = number.char_indices().filter(|(_, c)| c.is_ascii_digit()).nth(code.len())?;
    let bracketed = number[..at].ends_with('(') && number[at + 1..].starts_with(')');
    let range = if bracketed { at - 1..at + 2 } else { at..at + 1 };
    Some(Trouble::ZeroBehindCode { range, code: code.to_owned(), better: format!("+{code}{rest}") })
}

/// The country code that a number begins with. No code is the beginning of another.
fn country_code(digits: &str) -> Option<&'static str> {
    let known = |length: usize| {
        let code = digits.get(..length)?;
        policy::PHONE_LENGTHS.binary_search_by(|(known, _)| (*known).cmp(code)).ok()
    };
    (1..=LONGEST_CODE).find_map(known).map(|at| policy::PHONE_LENGTHS[at].0)
}

/// A number that nobody can have: no country has its code, or none of its numbers has as many digits.
fn impossible(number: &str) -> Option<Trouble> {
    let plain = plain(number)?;
    let digits = plain.strip_prefix('+').unwrap_or(&plain);
    let Some(code) = country_code(digits) else {
        let code = digits.chars().take(LONGEST_CODE).collect();
        return Some(Trouble::UnknownCode { range: 0..number.len(), code });
    };
    let at = policy::PHONE_LENGTHS.binary_search_by(|(known, _)| (*known).cmp(code)).ok()?;
    let (possible, digits) = (policy::PHONE_LENGTHS[at].1, digits.len() - code.len());
    (!possible.contains(&digits)).then_some(Trouble::ImpossibleLength {
        range: 0..number.len(),
        code,
        digits,
        possible,
    })
}

fn from_first_to_last(text: &str, wanted: impl Fn(char) -> bool + Copy) -> Option<Range<usize>> {
    let first = text.find(wanted)?;
    let last = text.rfind(wanted)?;
    let width = text[last..].chars().next().map_or(0, char::len_utf8);
    Some(first..last + width)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(number: &str) -> Option<&str> {
        trouble(number).map(|found| &number[found.range()])
    }

    #[test]
    fn numbers_that_can_be_dialled_are_left_alone() {
        for number in ["+15550100199", "15550051310", "+390836521511", "+2250701020304", "+4915750693353", "+6834002"] {
            assert_eq!(marked(number), None, "{number}");
        }
    }

    #[test]
    fn the_worst_is_told_first() {
        assert!(matches!(trouble("+49{{1}}"), Some(Trouble::Variable(range)) if range == (3..8)));
        assert_eq!(marked("+49 xxx xxx"), Some("xxx xxx"));
        assert_eq!(marked("--"), Some("--"));
        assert!(matches!(trouble("123"), Some(Trouble::TooShort { only_code: true, .. })));
        assert!(matches!(trouble("+1 911 0"), Some(Trouble::TooShort { only_code: false, .. })));
        assert_eq!(marked("+1 (555) 010-01-99 or 00"), Some("or"));
        assert_eq!(marked("+1 (555) 010 - 01 - 99"), Some("99"));
        assert!(matches!(trouble("+999 12345678"), Some(Trouble::UnknownCode { code, .. }) if code == "999"));
        assert!(matches!(trouble("+1 555 0100"), Some(Trouble::ImpossibleLength { code: "1", digits: 7, .. })));
    }

    #[test]
    fn a_zero_behind_the_country_code_is_found_in_every_form() {
        for (number, zero) in
            [("+44 (0)20 7946", "(0)"), ("+4402079460", "0"), ("+49-0151-555", "0"), ("+59809841", "0")]
        {
            assert_eq!(marked(number), Some(zero), "{number}");
        }
        let found = trouble("+44 (0)20 7946");
        assert!(matches!(found, Some(Trouble::ZeroBehindCode { better, .. }) if better == "+44207946"));
    }

    #[test]
    fn blanks_and_signs_are_taken_out() {
        let found = trouble(" +1 555-010-0199 ");
        assert!(matches!(found, Some(Trouble::Signs { better: Some(better), .. }) if better == "+15550100199"));
        assert!(matches!(trouble("+1 555#0100"), Some(Trouble::Signs { better: None, .. })));
        assert_eq!(marked("0049 151"), Some("00"));
    }
}
