//! Numbers in a text, read in every script and with the separators of every country: `1,000.50`, `1.000,50`,
//! `१,०००.५०` and `1 000,50` are the same number.

mod currency;
mod reading;

use std::ops::Range;

pub use currency::Currency;
pub use reading::Reading;

use super::{Variable, url};

/// A number in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its digits and the separators between them, in bytes.
    pub range: Range<usize>,
    /// What it can mean: `1.000` is a thousand in one country and one in another. Never empty.
    pub readings: Vec<Reading>,
    /// Whether a percent sign stands beside it.
    pub percent: bool,
    /// Whether what stands beside it says that it is a time of day.
    pub clock: bool,
    /// The currency beside it.
    pub currency: Option<Currency>,
}

/// The digits of the scripts: the character of each zero.
const ZEROS: [char; 17] = [
    '0', '\u{660}', '\u{6F0}', '\u{966}', '\u{9E6}', '\u{A66}', '\u{AE6}', '\u{BE6}', '\u{C66}', '\u{CE6}', '\u{D66}',
    '\u{E50}', '\u{ED0}', '\u{F20}', '\u{1040}', '\u{17E0}', '\u{FF10}',
];

/// The ten digits of a script follow one another.
fn digit(character: char) -> Option<char> {
    // Nearly all characters, of nearly all texts.
    if character.is_ascii() {
        return character.is_ascii_digit().then_some(character);
    }
    let code = u32::from(character);
    let of = |zero: &char| code.checked_sub(u32::from(*zero)).filter(|value| *value < 10);
    ZEROS.iter().find_map(of).and_then(|value| char::from_digit(value, 10))
}

/// The numbers that a reader sees as such: not those in variables, addresses, phone numbers, codes such as `SAVE20`,
/// keycaps, or in front of the lines of a list. Linear in the length of the text.
pub fn find(text: &str, variables: &[Variable]) -> Vec<Figure> {
    let mut skip: Vec<Range<usize>> = variables.iter().map(|variable| variable.range.clone()).collect();
    skip.extend(url::find(text).map(|link| link.range));
    skip.sort_by_key(|range| range.start);
    let mut skip = skip.into_iter().peekable();
    let (mut found, mut from) = (Vec::new(), 0);
    while let Some((start, _)) = text[from..].char_indices().find(|(_, c)| digit(*c).is_some()) {
        let start = from + start;
        while skip.next_if(|range| range.end <= start).is_some() {}
        if let Some(range) = skip.peek().filter(|range| range.start <= start) {
            from = range.end.max(start + 1);
            continue;
        }
        if let Some(end) = phone_number(text, start) {
            from = end;
            continue;
        }
        let token = Token::read(text, start);
        from = token.range.end;
        let (before, after) = (&text[..token.range.start], &text[token.range.end..]);
        if !is_code(before, after) && !is_marker(before, after) {
            found.extend(token.figures(text));
        }
    }
    found
}

/// Digits with the separators between them.
struct Token {
    range: Range<usize>,
    /// The digits between separators, in ASCII, with their bytes.
    groups: Vec<(String, Range<usize>)>,
    separators: Vec<char>,
}

impl Token {
    fn read(text: &str, start: usize) -> Self {
        let mut token = Self { range: start..start, groups: Vec::new(), separators: Vec::new() };
        token.group(text, start);
        while let Some(separator) = text[token.range.end..].chars().next() {
            let after = token.range.end + separator.len_utf8();
            if !token.goes_on(separator, &text[after..]) {
                break;
            }
            token.separators.push(separator);
            token.group(text, after);
        }
        token
    }

    fn group(&mut self, text: &str, start: usize) {
        let digits: String = text[start..].chars().map_while(digit).collect();
        let bytes: usize = text[start..].chars().take(digits.len()).map(char::len_utf8).sum();
        self.range.end = start + bytes;
        self.groups.push((digits, start..start + bytes));
    }

    /// Whether what follows the separator belongs to the number.
    fn goes_on(&self, separator: char, rest: &str) -> bool {
        let next = rest.chars().map_while(digit).count();
        match separator {
            '.' | ',' | '\'' | '\u{2019}' | '\u{66B}' | '\u{66C}' | ':' | '/' | '-' => next > 0,
            // A blank only groups thousands: `1 000`, and not `at 5 200 guests`.
            ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}' => {
                let grouped = self.groups[1..].iter().all(|(digits, _)| digits.len() == 3);
                next == 3 && grouped && self.groups[0].0.len() <= 3 && self.separators.iter().all(|c| *c == separator)
            }
            'h' | 'H' => next == 2 && self.groups.len() == 1,
            _ => false,
        }
    }

    fn figures(self, text: &str) -> Vec<Figure> {
        let digits: Vec<&str> = self.groups.iter().map(|(digits, _)| digits.as_str()).collect();
        let readings = reading::read(&digits, &self.separators);
        if !readings.is_empty() {
            return vec![Figure::new(text, self.range.clone(), readings)];
        }
        // `10-12`, `24/7`: numbers of their own.
        let each = self.groups.iter();
        each.map(|(digits, range)| Figure::new(text, range.clone(), reading::read(&[digits.as_str()], &[]))).collect()
    }
}

impl Figure {
    fn new(text: &str, range: Range<usize>, mut readings: Vec<Reading>) -> Self {
        let (before, after) = (&text[..range.start], &text[range.end..]);
        let discount = reading::discount(&readings, after);
        let percent = is_percent(before, after) || discount.is_some();
        readings.extend(discount);
        let clock = is_clock(before, after) || readings.iter().any(|reading| matches!(reading, Reading::Time(..)));
        Self { percent, clock, currency: Currency::beside(before, after), range, readings }
    }
}

/// The fewest digits of something that is dialled, with a `+` in front and without.
const DIALLED: (usize, usize) = (7, 9);
/// No phone number is written with more characters.
const LONGEST_PHONE_NUMBER: usize = 32;

/// The end of a phone number that starts there: `+1 800 555 0199`, `(0)800-123-456`, `0800123456`.
fn phone_number(text: &str, start: usize) -> Option<usize> {
    let international = text[..start].trim_end_matches('(').ends_with('+');
    let (mut groups, mut end, mut inside) = (Vec::<usize>::new(), start, false);
    for (at, character) in text[start..].char_indices().take(LONGEST_PHONE_NUMBER) {
        if digit(character).is_some() {
            match groups.last_mut() {
                Some(last) if inside => *last += 1,
                _ => groups.push(1),
            }
            (inside, end) = (true, start + at + character.len_utf8());
        } else {
            inside = false;
            let gap = start + at - end;
            if !matches!(character, ' ' | '\u{A0}' | '-' | '(' | ')') || gap > 2 {
                break;
            }
        }
    }
    let digits: usize = groups.iter().sum();
    let is_date = matches!(groups.as_slice(), [4, 1 | 2, 1 | 2, ..] | [1 | 2, 1 | 2, 4, ..]);
    // `100 000 000` is a large number.
    let is_number = groups.len() > 1 && groups[1..].iter().all(|group| *group == 3);
    let dialled = if international {
        digits >= DIALLED.0
    } else {
        digits >= DIALLED.1 && !is_date && !is_number && groups.len() != 2
    };
    dialled.then_some(end)
}

/// `SAVE20`, `A-1042`, `COVID-19`, `4K`, `2x1`: what stays as it is, or is no amount.
fn is_code(before: &str, after: &str) -> bool {
    let mut back = before.chars().rev();
    let last = back.next();
    let joined = last.is_some_and(|c| c.is_ascii_alphabetic() || c == '_')
        || (last == Some('-') && back.next().is_some_and(char::is_alphanumeric));
    let in_front = joined && Currency::before(before).is_none();
    let next = after.chars().next();
    let behind = next.is_some_and(|c| c.is_ascii_uppercase() || c == '_') && Currency::after(after).is_none();
    let times = |c: Option<char>| c.is_some_and(|c| matches!(c, 'x' | 'X' | '×' | '+'));
    let combined = (times(next) && after.chars().nth(1).is_some_and(|c| digit(c).is_some()))
        || (times(last) && before.chars().rev().nth(1).is_some_and(|c| digit(c).is_some()));
    // `10月` and `10월` are months, which other languages write as words.
    let month = matches!(next, Some('月' | '월'));
    in_front || behind || combined || month
}

/// `1. ` in front of a line, and keycap emoji.
fn is_marker(before: &str, after: &str) -> bool {
    let first = before.rsplit('\n').next().is_some_and(|line| line.trim().is_empty());
    let behind = after.starts_with(". ") || after.starts_with(") ");
    after.starts_with(['\u{FE0F}', '\u{20E3}']) || (first && behind)
}

/// `6 pm`, `18 Uhr`, `下午6点`.
fn is_clock(before: &str, after: &str) -> bool {
    const BEHIND: [&str; 14] =
        ["am", "pm", "a.m", "p.m", "a. m", "p. m", "uhr", "h", "o'clock", "час", "時", "时", "点", "시"];
    const IN_FRONT: [&str; 6] = ["上午", "下午", "午前", "午後", "오전", "오후"];
    let after: String = after.trim_start().chars().take(8).flat_map(char::to_lowercase).collect();
    let whole = |word: &str| {
        let rest = after.strip_prefix(word);
        rest.is_some_and(|rest| !word.is_ascii() || !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
    };
    BEHIND.iter().any(|word| whole(word)) || IN_FRONT.iter().any(|word| before.trim_end().ends_with(word))
}

fn is_percent(before: &str, after: &str) -> bool {
    let sign = |c: char| matches!(c, '%' | '\u{66A}' | '\u{FF05}');
    after.trim_start_matches([' ', '\u{A0}', '\u{202F}']).starts_with(sign) || before.ends_with(sign)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Variables;

    fn written(text: &str) -> Vec<&str> {
        find(text, &Variables::parse(text).list).into_iter().map(|figure| &text[figure.range]).collect()
    }

    fn same(a: &str, b: &str) -> bool {
        let (a, b) = (find(a, &[]), find(b, &[]));
        a.len() == b.len()
            && a.iter().zip(&b).all(|(a, b)| a.readings.iter().any(|reading| b.readings.contains(reading)))
    }

    #[test]
    fn numbers_are_the_same_in_every_script_and_country() {
        for (a, b) in [
            ("1,000.50", "1.000,50"),
            ("1,000.50", "1\u{202F}000,50"),
            ("1,000.50", "1'000.50"),
            ("100,000", "1,00,000"),
            ("1000", "1.000"),
            ("1,234", "१,२३४"),
            ("25", "٢٥"),
            ("3.5", "٣٫٥"),
            ("3.50", "3,5"),
            ("50", "５０"),
            ("9:30", "9.30"),
            ("9:30", "09h30"),
            ("18:00", "18"),
            ("12/10/2026", "12.10.2026"),
            ("2026-10-12", "12/10/2026"),
            ("20%", "8折"),
            ("15%", "85折"),
            ("30%", "3割引"),
        ] {
            assert!(same(a, b), "{a} {b}: {:?} {:?}", find(a, &[]), find(b, &[]));
        }
        assert!(!same("1,000", "1,500") && !same("24", "48") && !same("9:30", "9:45"));
    }

    #[test]
    fn only_what_a_reader_takes_for_a_number_is_one() {
        assert_eq!(written("Save 20% until 5, see https://a.example/30 and {{1}}."), ["20", "5"]);
        assert_eq!(written("1. Open\n2) Pay 10-12 euros, 24/7"), ["10", "12", "24", "7"]);
        assert_eq!(written("Use SAVE20 for A-1042, call +1 800 555 0199 or 0800123456, 2x1, 4K, 1️⃣"), [""; 0]);
        assert_eq!(written("On 2026-10-12 18:30 we had 100 000 000 guests"), ["2026-10-12", "18:30", "100 000 000"]);
        assert_eq!(written("在10月5日前可享50元"), ["5", "50"]);
        assert_eq!(written("R$50 and Rs.500"), ["50", "500"]);
    }

    #[test]
    fn percents_and_currencies_are_seen_on_either_side() {
        let one = |text: &str| find(text, &[]).remove(0);
        for text in ["20%", "20 %", "%20", "٪20", "２０％"] {
            assert!(one(text).percent, "{text}");
        }
        let currency = |text: &str| one(text).currency.unwrap();
        assert!(currency("$50").agrees(currency("50 USD")) && currency("US$ 50").agrees(currency("50 dólares")));
        assert!(currency("₹500").agrees(currency("Rs. 500")) && currency("€5").agrees(currency("5 euros")));
        assert!(!currency("$50").agrees(currency("50 €")) && !currency("R$50").agrees(currency("$50")));
        assert!(one("50 people").currency.is_none() && one("5 tlenu").currency.is_none());
    }
}
