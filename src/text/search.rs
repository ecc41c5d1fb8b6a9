//! One pass over a text for many phrases: where a word begins that one of them begins with, an automaton of all reads on
//! as far as one of them may still come.

use fst::raw::{Fst, Node, Output};

use super::borders::{is_joined as is_joined_by_script, length_of};
use super::folded::{Folded, VARIABLE, is_numeric, is_word};
use super::heads::{LONGEST, VARIABLE_BYTES, begins_head, ends_of_heads};
use super::phrases::{Boundary, Hit, Phrases};
use super::table::REST_OF_WORD;

/// A search for all phrases in a text.
pub(super) struct Search<'s> {
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
    pub(super) fn new(phrases: &'s Phrases, automaton: &'s Fst<&'s [u8]>, text: &'s Folded) -> Self {
        Self { phrases, automaton, text, start: 0, open: Vec::new(), hits: Vec::new() }
    }

    /// Every phrase of the text.
    pub(super) fn all(mut self) -> Vec<Hit> {
        let words = self.text.text();
        let mut before = None;
        for (at, first) in words.char_indices() {
            let is_number = first == VARIABLE || is_numeric(first);
            // Most places begin no phrase at all, and most words neither.
            if (is_number || begins_head(words.as_bytes()[at], &self.phrases.heads))
                && starts_word(&words[..at], before, first, self.phrases.boundary)
            {
                let ends = ends_of_heads(&words.as_bytes()[at..], &self.phrases.heads);
                if is_number || ends != 0 {
                    self.begin(at, ends);
                }
            }
            before = Some(first);
        }
        self.hits
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

/// How far a phrase was read.
struct Reading<'a> {
    node: Node<'a>,
    sum: Output,
    at: usize,
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
