//! Phrases that are looked for together, and what is found of them in a text.

use std::borrow::Cow;
use std::ops::Range;

use fst::Streamer;
use fst::raw::{Fst, Output};

use super::borders::{length_of, unbroken};
use super::folded::{Folded, VARIABLE, is_word};
use super::search::Search;
use super::table::{REST_OF_WORD, lay};

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
    /// What it stands for: its index among the phrases, or what the build numbered.
    pub meaning: usize,
    /// The bytes of the text as it was before it was folded.
    pub range: Range<usize>,
}

/// Phrases that are looked for together.
///
/// A phrase is written in small letters. `*` behind a letter stands for the rest of the word, `{n}` for a number or a
/// variable; a blank, a hyphen inside a word and formatting marks are read as [`Folded`] reads them.
#[derive(Debug)]
pub struct Phrases {
    pub(super) boundary: Boundary,
    automaton: Cow<'static, [u8]>,
    pub(super) heads: Cow<'static, [u8]>,
    lists: Cow<'static, [u16]>,
}

impl Phrases {
    /// Gets phrases ready. A phrase without words of its own is never found.
    pub fn new<'p>(phrases: impl IntoIterator<Item = &'p str>, boundary: Boundary) -> Self {
        let laid = lay(phrases.into_iter().zip(0..)).unwrap_or_default();
        Self { boundary, automaton: laid.automaton.into(), heads: laid.heads.into(), lists: laid.lists.into() }
    }

    /// Phrases that the build has laid out.
    pub const fn laid(
        boundary: Boundary,
        automaton: &'static [u8],
        heads: &'static [u8],
        lists: &'static [u16],
    ) -> Self {
        let (automaton, heads) = (Cow::Borrowed(automaton), Cow::Borrowed(heads));
        Self { boundary, automaton, heads, lists: Cow::Borrowed(lists) }
    }

    /// Whether none of them can ever be found.
    pub fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    /// The phrases with what they stand for, with `{{1}}` for a number and without signs for the rest of a word.
    pub fn written(&self) -> Vec<(usize, String)> {
        let Ok(automaton) = Fst::new(&self.automaton[..]) else { return Vec::new() };
        let mut written = Vec::new();
        let mut stream = automaton.stream();
        while let Some((pattern, place)) = stream.next() {
            let pattern = String::from_utf8_lossy(pattern).replace(REST_OF_WORD, "").replace(VARIABLE, "{{1}}");
            written.extend(self.meanings(place).map(|meaning| (meaning, pattern.clone())));
        }
        written
    }

    /// Every phrase of a text, in the order of the text, the longest first where several start together.
    pub fn find(&self, text: &Folded) -> Vec<Hit> {
        let Ok(automaton) = Fst::new(&self.automaton[..]) else { return Vec::new() };
        let mut hits = Search::new(self, &automaton, text).all();
        hits.sort_by_key(|hit| (hit.range.start, std::cmp::Reverse(hit.range.end), hit.meaning));
        hits
    }

    pub(super) fn rest_of_word(&self, text: &str) -> usize {
        if self.boundary == Boundary::ByScript { unbroken(text) } else { length_of(text, is_word) }
    }

    pub(super) fn meanings(&self, place: Output) -> impl Iterator<Item = usize> {
        let place = usize::try_from(place.value()).unwrap_or(usize::MAX);
        let count = self.lists.get(place).map_or(0, |count| usize::from(*count));
        self.lists.iter().skip(place.saturating_add(1)).take(count).map(|meaning| usize::from(*meaning))
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
