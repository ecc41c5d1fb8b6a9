//! Many phrases found in a text in one pass: the words that stand at each place are looked up in a sorted table, then
//! follows a closer look at what stands around them.

use std::borrow::Cow;
use std::ops::Range;

use super::borders::{is_joined as is_joined_by_script, unbroken};
use super::folded::{Folded, VARIABLE, is_word};
use super::table::{REST_OF_WORD, Row, lay};

/// What may stand directly before and behind a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boundary {
    /// Nothing that belongs to a word.
    Words,
    /// Anything: the script puts no blanks between words.
    Anywhere,
    /// As `Words` between letters of scripts that put blanks between words, and anything beside those that do not.
    ByScript,
    /// As `Words`, but for the particles that Arabic writes together with the next word.
    Arabic,
    /// As `Words`, but for the particles that Hebrew writes together with the next word.
    Hebrew,
}

/// A phrase that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which one, by its index.
    pub phrase: usize,
    /// The bytes of the text as it was before it was folded.
    pub range: Range<usize>,
}

/// Phrases that are looked for together.
///
/// A phrase is written in small letters. `*` behind a letter stands for the rest of the word, `{n}` for a number or a
/// variable; a blank, a hyphen inside a word and formatting marks are read as [`Folded`] reads them.
#[derive(Debug)]
pub struct Phrases {
    boundary: Boundary,
    text: Cow<'static, str>,
    rows: Cow<'static, [Row]>,
    index: Cow<'static, [u16]>,
}

impl Phrases {
    /// Gets phrases ready. A phrase without words of its own is never found.
    pub fn new<'p>(phrases: impl IntoIterator<Item = &'p str>, boundary: Boundary) -> Self {
        let laid = lay(phrases).unwrap_or_default();
        Self { boundary, text: laid.text.into(), rows: laid.rows.into(), index: laid.index.into() }
    }

    /// Phrases that the build has laid out.
    pub const fn laid(
        boundary: Boundary,
        text: &'static str,
        rows: &'static [Row],
        index: &'static [u16; 257],
    ) -> Self {
        Self { boundary, text: Cow::Borrowed(text), rows: Cow::Borrowed(rows), index: Cow::Borrowed(index) }
    }

    /// Whether none of them can ever be found.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The phrases by their index, with `{{1}}` for a number and without signs for the rest of a word.
    pub fn written(&self) -> impl Iterator<Item = (usize, String)> {
        self.rows.iter().map(|row| {
            let start = row.start as usize;
            let words = self.text.get(start..start + usize::from(row.length)).unwrap_or_default();
            let number = if row.number_first { "{{1}}" } else { "" };
            (row.phrase.into(), format!("{number}{}", words.replace(REST_OF_WORD, "").replace(VARIABLE, "{{1}}")))
        })
    }

    /// Every phrase of a text, in the order of the text, the longest first where several start together.
    pub fn find(&self, text: &Folded) -> Vec<Hit> {
        let mut hits = Vec::new();
        if !self.rows.is_empty() {
            let mut before = None;
            for (at, character) in text.text().char_indices() {
                if self.may_start(text.text(), at, before, character) {
                    self.find_at(text, at, &mut hits);
                }
                before = Some(character);
            }
        }
        hits.sort_by_key(|hit| (hit.range.start, std::cmp::Reverse(hit.range.end), hit.phrase));
        hits
    }

    /// Whether the fixed words of a phrase can begin at a place. Behind a number they can wherever they like.
    fn may_start(&self, text: &str, at: usize, before: Option<char>, character: char) -> bool {
        let inside_word = before.is_some_and(is_word) && is_word(character);
        !inside_word || before.is_some_and(char::is_numeric) || starts_word(text, at, self.boundary)
    }

    fn find_at(&self, text: &Folded, at: usize, hits: &mut Vec<Hit>) {
        let bytes = text.text().as_bytes();
        let Some(first) = bytes.get(at).map(|byte| usize::from(*byte)) else { return };
        let place = |byte: usize| self.index.get(byte).map_or(0, |row| usize::from(*row));
        let mut rows = self.rows.get(place(first)..place(first + 1)).unwrap_or_default();
        let mut depth = 1;
        while !rows.is_empty() {
            // The shortest come first.
            let whole = rows.iter().take_while(|row| usize::from(row.fixed) == depth).count();
            for row in &rows[..whole] {
                if let Some(range) = self.around(row, text.text(), at) {
                    hits.push(Hit { phrase: row.phrase.into(), range: text.source(range) });
                }
            }
            rows = &rows[whole..];
            let Some(next) = bytes.get(at + depth) else { return };
            let byte = |row: &Row| self.text.as_bytes().get(row.start as usize + depth);
            let from = rows.partition_point(|row| byte(row) < Some(next));
            let to = from + rows[from..].partition_point(|row| byte(row) <= Some(next));
            rows = &rows[from..to];
            depth += 1;
        }
    }

    /// The whole phrase around its fixed words, if it is there and ends where words end.
    fn around(&self, row: &Row, text: &str, at: usize) -> Option<Range<usize>> {
        let start = if row.number_first { number_before(text, at)? } else { at };
        if !starts_word(text, start, self.boundary) {
            return None;
        }
        let pattern = self.text.get(row.start as usize..row.start as usize + usize::from(row.length))?;
        let mut end = at + usize::from(row.fixed);
        for piece in pattern[row.fixed.into()..].split_inclusive([VARIABLE, REST_OF_WORD]) {
            let words = piece.trim_end_matches([VARIABLE, REST_OF_WORD]);
            end = text[end..].starts_with(words).then_some(end + words.len())?;
            match piece[words.len()..].chars().next() {
                Some(VARIABLE) => end = number_after(text, end)?,
                Some(_) if self.boundary == Boundary::ByScript => end += unbroken(&text[end..]),
                Some(_) => end += length_of(&text[end..], is_word),
                None => {}
            }
        }
        ends_word(text, end, self.boundary).then_some(start..end)
    }
}

/// Leaves out the hits that overlap an earlier or a longer one.
pub fn longest(hits: impl IntoIterator<Item = Hit>) -> Vec<Hit> {
    let mut kept: Vec<Hit> = Vec::new();
    for hit in hits {
        if kept.last().is_none_or(|last| last.range.end <= hit.range.start) {
            kept.push(hit);
        }
    }
    kept
}

fn starts_word(text: &str, start: usize, boundary: Boundary) -> bool {
    let joined = is_joined(text, start);
    match boundary {
        Boundary::Anywhere => true,
        Boundary::ByScript => !joined_by_script(text, start),
        Boundary::Words => !joined,
        Boundary::Arabic | Boundary::Hebrew if joined => {
            let before = &text[..start];
            // One more than the longest particles: a long word is not read again for each phrase in it.
            let word = before.char_indices().rev().take(5).take_while(|(_, character)| is_word(*character)).last();
            let particles = word.map_or("", |(at, _)| &before[at..]);
            if boundary == Boundary::Arabic { is_arabic_particle(particles) } else { is_hebrew_particle(particles) }
        }
        Boundary::Arabic | Boundary::Hebrew => true,
    }
}

fn ends_word(text: &str, end: usize, boundary: Boundary) -> bool {
    match boundary {
        Boundary::Anywhere => true,
        Boundary::ByScript => !joined_by_script(text, end),
        _ => !is_joined(text, end),
    }
}

fn joined_by_script(text: &str, at: usize) -> bool {
    is_joined_by_script(text[..at].chars().next_back(), text[at..].chars().next())
}

/// Whether one word goes on across a place.
fn is_joined(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_some_and(is_word) && text[at..].chars().next().is_some_and(is_word)
}

/// And, so; by, as, for; the.
fn is_arabic_particle(written: &str) -> bool {
    let rest = written.strip_prefix(['و', 'ف']).unwrap_or(written);
    let rest = rest.strip_prefix(['ب', 'ك', 'ل']).unwrap_or(rest);
    matches!(rest, "" | "ال" | "ل")
}

/// And, the, in, to, as, from, that: up to three of them.
fn is_hebrew_particle(written: &str) -> bool {
    written.chars().count() <= 3 && written.chars().all(|character| "והבלכמש".contains(character))
}

fn length_of(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|character| !belongs(character)).unwrap_or(text.len())
}

/// Where a number or variable ends that starts at a place.
fn number_after(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..];
    if rest.starts_with(VARIABLE) {
        return Some(start + VARIABLE.len_utf8());
    }
    let length = length_of(rest, |character| character.is_numeric() || matches!(character, '.' | ','));
    // A full stop behind a number ends the sentence.
    let number = rest[..length].trim_end_matches(['.', ',']);
    number.starts_with(char::is_numeric).then_some(start + number.len())
}

/// Where a number or variable starts that ends at a place.
fn number_before(text: &str, end: usize) -> Option<usize> {
    let rest = &text[..end];
    if rest.ends_with(VARIABLE) {
        return Some(end - VARIABLE.len_utf8());
    }
    let number = rest.trim_end_matches(|character: char| character.is_numeric() || matches!(character, '.' | ','));
    let start = end - rest[number.len()..].trim_start_matches(['.', ',']).len();
    (start < end).then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Variables;

    fn found<'t>(phrases: &[&str], boundary: Boundary, text: &'t str) -> Vec<&'t str> {
        let folded = Folded::new(text, &Variables::parse(text).list);
        Phrases::new(phrases.iter().copied(), boundary).find(&folded).into_iter().map(|hit| &text[hit.range]).collect()
    }

    fn words<'t>(phrases: &[&str], text: &'t str) -> Vec<&'t str> {
        found(phrases, Boundary::Words, text)
    }

    #[test]
    fn phrases_are_found_however_they_are_written() {
        let phrases = ["card number", "limited time", "şifre"];
        for (text, hit) in [
            ("Your CARD  Number.", "CARD  Number"),
            ("Your *card\nnumber*!", "card\nnumber"),
            ("a limited‑time deal", "limited‑time"),
            ("ŞİFRE", "ŞİFRE"),
        ] {
            assert_eq!(words(&phrases, text), [hit]);
        }
        assert!(words(&phrases, "discard number, card numbers, card. Number").is_empty());
    }

    #[test]
    fn a_star_is_the_rest_of_a_word_and_n_a_number() {
        assert_eq!(words(&["discount*"], "Discounts and discounted"), ["Discounts", "discounted"]);
        assert_eq!(words(&["dona* hoy"], "Donaciones hoy, dona hoy"), ["Donaciones hoy", "dona hoy"]);
        assert_eq!(
            words(&["up to {n}% off"], "Up to {{1}}% off, up to 12.5% off"),
            ["Up to {{1}}% off", "up to 12.5% off"]
        );
        assert_eq!(
            words(&["{n} off on"], "Rs {{amount}} off on 1,500 off on a50 off on"),
            ["{{amount}} off on", "1,500 off on"]
        );
        assert_eq!(words(&["call {n}"], "Call 12. Call me. Call {{1}}x"), ["Call 12", "Call {{1}}"]);
        assert_eq!(words(&["%{n} indirim"], "Şimdi %20 indirim"), ["%20 indirim"]);
        assert!(words(&["{n}", "*", "", "{n}{n}"], "1 2 {{3}}").is_empty());
    }

    #[test]
    fn scripts_have_their_own_boundaries() {
        assert_eq!(found(&["银行卡号"], Boundary::Anywhere, "请发送您的银行卡号。"), ["银行卡号"]);
        assert_eq!(found(&["رقم بطاقة*"], Boundary::Arabic, "وبرقم بطاقتك ورقم بطاقة"), ["رقم بطاقة"]);
        assert!(found(&["رقم"], Boundary::Arabic, "مرقم").is_empty());
        assert_eq!(found(&["סיסמה"], Boundary::Hebrew, "והסיסמה שלך"), ["סיסמה"]);
        assert!(found(&["סיסמה"], Boundary::Hebrew, "קסיסמה").is_empty());
        assert_eq!(words(&["पिन"], "अपना पिन भेजें। पिनकोड"), ["पिन"]);
        assert!(words(&["कर"], "कार्ड क्र करें").is_empty());
    }

    #[test]
    fn all_hits_are_told_and_the_longest_can_be_chosen() {
        let (text, phrases) = ("send your card number", ["card", "card number", "your card"]);
        let folded = Folded::new(text, &[]);
        let hits = Phrases::new(phrases, Boundary::Words).find(&folded);
        let of = |hits: &[Hit]| hits.iter().map(|hit| text[hit.range.clone()].to_owned()).collect::<Vec<_>>();
        assert_eq!(of(&hits), ["your card", "card number", "card"]);
        assert_eq!(of(&longest(hits)), ["your card"]);
    }

    #[test]
    fn places_are_exact_where_lower_case_is_longer_or_shorter() {
        // `İ` is shorter in small letters here, the Kelvin sign becomes one byte, `Ⱥ` grows.
        let text = "İİİ \u{212A}\u{212A} ȺȺ KART ȺȺ kart";
        assert_eq!(words(&["kart", "kk ⱥⱥ"], text), ["\u{212A}\u{212A} ȺȺ", "KART", "kart"]);
    }
}
