//! Many phrases found in a text in one pass: from each place where a word begins, an automaton of all phrases reads on
//! as far as one of them may still come.

use std::borrow::Cow;
use std::ops::Range;

use fst::Streamer;
use fst::raw::{Fst, Node, Output};

use super::borders::{is_joined as is_joined_by_script, unbroken};
use super::folded::{Folded, VARIABLE, is_numeric, is_word};
use super::heads::{LONGEST, VARIABLE_BYTES, begins_head, ends_of_heads};
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
    boundary: Boundary,
    automaton: Cow<'static, [u8]>,
    heads: Cow<'static, [u8]>,
    lists: Cow<'static, [u16]>,
}

/// How far a phrase was read.
struct Reading<'a> {
    node: Node<'a>,
    sum: Output,
    at: usize,
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
        let words = text.text();
        let mut search = Search::new(self, &automaton, text);
        let mut before = None;
        for (at, first) in words.char_indices() {
            let is_number = first == VARIABLE || is_numeric(first);
            // Most places begin no phrase at all, and most words neither.
            if (is_number || begins_head(words.as_bytes()[at], &self.heads))
                && starts_word(&words[..at], before, first, self.boundary)
            {
                let ends = ends_of_heads(&words.as_bytes()[at..], &self.heads);
                if is_number || ends != 0 {
                    search.begin(at, ends);
                }
            }
            before = Some(first);
        }
        search.hits.sort_by_key(|hit| (hit.range.start, std::cmp::Reverse(hit.range.end), hit.meaning));
        search.hits
    }

    fn rest_of_word(&self, text: &str) -> usize {
        if self.boundary == Boundary::ByScript { unbroken(text) } else { length_of(text, is_word) }
    }

    fn meanings(&self, place: Output) -> impl Iterator<Item = usize> {
        let place = usize::try_from(place.value()).unwrap_or(usize::MAX);
        let count = self.lists.get(place).map_or(0, |count| usize::from(*count));
        self.lists.iter().skip(place.saturating_add(1)).take(count).map(|meaning| usize::from(*meaning))
    }
}

/// A search for all phrases in a text.
struct Search<'s> {
    phrases: &'s Phrases,
    automaton: &'s Fst<&'s [u8]>,
    text: &'s Folded,
    /// Where the phrases begin that are being read.
    start: usize,
    /// Those that were read to somewhere behind their heads.
    open: Vec<Reading<'s>>,
    hits: Vec<Hit>,
}

impl<'s> Search<'s> {
    fn new(phrases: &'s Phrases, automaton: &'s Fst<&'s [u8]>, text: &'s Folded) -> Self {
        Self { phrases, automaton, text, start: 0, open: Vec::new(), hits: Vec::new() }
    }

    /// Looks for the phrases that begin at a place: with a number, or with a head that ends only where `ends` says so.
    fn begin(&mut self, start: usize, mut ends: u64) {
        self.start = start;
        let mut head = Reading { node: self.automaton.root(), sum: Output::zero(), at: start };
        self.beyond_number(&head);
        while ends != 0 {
            let length = ends.trailing_zeros() as usize;
            ends &= ends - 1;
            let Some(further) = self.further(&head, start + length) else { break };
            head = further;
            self.tell(&head);
            self.beyond_rest_of_word(&head);
            self.beyond_number(&head);
            if length == LONGEST || self.byte(head.at) == Some(b' ') {
                self.open.extend(self.further(&head, head.at + 1));
            }
        }
        while let Some(reading) = self.open.pop() {
            self.read(reading);
        }
    }

    /// Reads on to the end of every phrase that may still come.
    fn read(&mut self, mut reading: Reading<'s>) {
        loop {
            self.tell(&reading);
            self.beyond_rest_of_word(&reading);
            self.beyond_number(&reading);
            // The sign of a variable is no letter: it was gone beyond.
            let is_letter = self.byte(reading.at).is_some_and(|byte| byte != REST_OF_WORD as u8)
                && !self.text.text().as_bytes()[reading.at..].starts_with(VARIABLE_BYTES);
            let Some(next) = self.further(&reading, reading.at + 1).filter(|_| is_letter) else { break };
            reading = next;
        }
    }

    /// Tells what was read, where it is a whole phrase.
    fn tell(&mut self, reading: &Reading<'s>) {
        let Reading { node, sum, at } = reading;
        if node.is_final() && ends_word(self.text.text(), *at, self.phrases.boundary) {
            let range = self.text.source(self.start..*at);
            let meanings = self.phrases.meanings(sum.cat(node.final_output()));
            self.hits.extend(meanings.map(|meaning| Hit { meaning, range: range.clone() }));
        }
    }

    /// Goes beyond the sign for the rest of a word, where a phrase has it next.
    fn beyond_rest_of_word(&mut self, reading: &Reading<'s>) {
        let rest = || reading.at + self.phrases.rest_of_word(&self.text.text()[reading.at..]);
        self.open.extend(reading.beyond(self.automaton, REST_OF_WORD, rest));
    }

    /// Goes beyond a number or a variable, where a phrase has it next.
    fn beyond_number(&mut self, reading: &Reading<'s>) {
        let (words, at) = (self.text.text(), reading.at);
        if self.byte(at).is_some_and(may_begin_number)
            && words.is_char_boundary(at)
            && let Some(end) = number_after(words, at)
        {
            self.open.extend(reading.beyond(self.automaton, VARIABLE, || end));
        }
    }

    /// A phrase read on to a place, letter by letter.
    fn further(&self, reading: &Reading<'s>, end: usize) -> Option<Reading<'s>> {
        let bytes = self.text.text().as_bytes().get(reading.at..end)?;
        reading.after(self.automaton, bytes, end)
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.text().as_bytes().get(at).copied()
    }
}

/// Whether a character that begins with this byte may be a digit, or stand for a variable.
fn may_begin_number(byte: u8) -> bool {
    byte.is_ascii_digit() || !byte.is_ascii()
}

impl<'a> Reading<'a> {
    /// Some bytes of the phrases further on.
    fn after(&self, automaton: &'a Fst<&[u8]>, bytes: &[u8], at: usize) -> Option<Self> {
        let (mut node, mut sum) = (self.node, self.sum);
        for byte in bytes {
            let next = node.transition(node.find_input(*byte)?);
            sum = sum.cat(next.out);
            node = automaton.node(next.addr);
        }
        Some(Self { node, sum, at })
    }

    /// Beyond a sign that stands for something in the text, where a phrase has it next.
    fn beyond(&self, automaton: &'a Fst<&[u8]>, sign: char, end: impl FnOnce() -> usize) -> Option<Self> {
        let further = self.after(automaton, sign.encode_utf8(&mut [0; 4]).as_bytes(), self.at)?;
        Some(Self { at: end(), ..further })
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

/// Whether a phrase may begin with a character, behind some text.
fn starts_word(text: &str, before: Option<char>, first: char, boundary: Boundary) -> bool {
    let goes_on = || before.is_some_and(is_word) && is_word(first);
    match boundary {
        Boundary::Anywhere => true,
        Boundary::ByScript => !is_joined_by_script(before, Some(first)),
        Boundary::Words => !goes_on(),
        Boundary::Arabic | Boundary::Hebrew if goes_on() => {
            // One more than the longest particles: a long word is not read again for each phrase in it.
            let word = text.char_indices().rev().take(5).take_while(|(_, character)| is_word(*character)).last();
            let particles = word.map_or("", |(at, _)| &text[at..]);
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
    if !rest.starts_with(is_numeric) || text[..start].trim_end_matches(['.', ',']).ends_with(is_numeric) {
        return None;
    }
    let length = length_of(rest, |character| is_numeric(character) || matches!(character, '.' | ','));
    // A full stop behind a number ends the sentence.
    let number = rest[..length].trim_end_matches(['.', ',']);
    number.starts_with(is_numeric).then_some(start + number.len())
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
