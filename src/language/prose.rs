//! The words of a text that can tell its language: no variables, addresses, codes, or names made of capitals.

use std::ops::Range;

use super::Script;
use super::data::{self, Set};
use crate::template::Text;

/// A run of letters of one script.
#[derive(Clone, Debug)]
pub struct Word {
    /// The text it stands in, by its place in the variant.
    pub text: usize,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The script of its letters.
    pub script: Script,
    /// How many letters it has.
    pub letters: usize,
    /// The sentence it stands in, counted over all texts.
    pub sentence: usize,
    /// The languages that have it among their frequent words.
    pub lists: Set,
    /// The languages that have all its letters.
    pub writes: Set,
    /// The same for the same word, whatever its capitals.
    pub key: u64,
    /// Whether it is all in capitals, as abbreviations are.
    pub shouted: bool,
}

/// Adds the words of a text. `sentence` is the number of the first one; the number behind the last one comes back.
pub fn collect(text: &Text, index: usize, sentence: usize, words: &mut Vec<Word>) -> usize {
    let value = text.value();
    let skipped = skipped(text);
    let mut skipped = skipped.iter().peekable();
    let (mut sentence, mut word) = (sentence, Open::default());
    for (at, character) in value.char_indices() {
        while skipped.next_if(|range| range.end <= at).is_some() {}
        if skipped.peek().is_some_and(|range| range.start <= at) {
            word.close(value, at, index, sentence, words);
            continue;
        }
        match Script::of(character) {
            Some(script) => {
                if word.script.is_some_and(|before| before != script) {
                    word.close(value, at, index, sentence, words);
                }
                word.letter(script, at);
            }
            None if is_sign_of_word(character) => {}
            None if character.is_numeric() || matches!(character, '_' | '@' | '#') => {
                word.is_code |= word.joins(at, value)
            }
            None => {
                word.close(value, at, index, sentence, words);
                sentence += usize::from(ends_sentence(character));
            }
        }
    }
    word.close(value, value.len(), index, sentence, words);
    sentence + 1
}

/// The first to the last of the characters of a text that can tell its language; nothing where none can.
pub fn places_of_evidence(words: &[Word], text: usize) -> Option<Range<usize>> {
    let mut of_text = words.iter().filter(|word| word.text == text);
    let first = of_text.next()?;
    let last = of_text.next_back().unwrap_or(first);
    Some(first.range.start..last.range.end)
}

/// The word that is being read.
#[derive(Default)]
struct Open {
    script: Option<Script>,
    start: usize,
    letters: usize,
    is_code: bool,
}

impl Open {
    fn letter(&mut self, script: Script, at: usize) {
        if self.script.is_none() {
            (self.script, self.start) = (Some(script), at);
        }
        self.letters += 1;
    }

    /// Whether a digit or a sign at a place makes a code of the letters around it: `A1042`, `order_id`, `@shop`.
    fn joins(&self, at: usize, value: &str) -> bool {
        let behind = value[at..].chars().nth(1).is_some_and(char::is_alphanumeric);
        let is_mark = value[at..].starts_with('_');
        behind && (self.script.is_some() || !is_mark) || (self.script.is_some() && !is_mark)
    }

    fn close(&mut self, value: &str, end: usize, text: usize, sentence: usize, words: &mut Vec<Word>) {
        let open = std::mem::take(self);
        let Some(script) = open.script else { return };
        let range = open.start..end;
        let written =
            value[range.clone()].trim_end_matches(|last: char| last.is_ascii() && !last.is_ascii_alphabetic());
        if open.is_code || is_brand(written) {
            return;
        }
        let shouted = open.letters > 1 && is_shouted(written);
        let folded = fold(written);
        let (lists, writes) = (data::languages_with(&folded), writes(written, &folded));
        words.push(Word {
            text,
            range: open.start..open.start + written.len(),
            script,
            letters: open.letters,
            sentence,
            // A single Latin letter is an initial or an item of a list as often as a word, unless it stands by itself.
            lists: if script == Script::Latin && open.letters == 1 && !is_between_blanks(value, &range) {
                0
            } else {
                lists
            },
            writes,
            key: key(&folded),
            shouted,
        });
    }
}

/// The languages that can write a word. A word with a capital may be a name, which any language can write.
fn writes(written: &str, folded: &str) -> Set {
    if written.starts_with(char::is_uppercase) || written.is_ascii() {
        return Set::MAX;
    }
    folded
        .chars()
        .filter(|letter| !letter.is_ascii())
        .fold(Set::MAX, |set, letter| set & data::languages_writing(letter))
}

/// A capital inside: `WhatsApp`, `iPhone`.
fn is_brand(written: &str) -> bool {
    let mut behind_small = false;
    written.chars().any(|letter| {
        let inner_capital = behind_small && letter.is_uppercase();
        behind_small = letter.is_lowercase();
        inner_capital
    })
}

fn is_between_blanks(value: &str, range: &Range<usize>) -> bool {
    let is_small = value[range.clone()].starts_with(char::is_lowercase);
    is_small && value[..range.start].ends_with(' ') && value[range.end..].starts_with(' ')
}

fn is_shouted(written: &str) -> bool {
    written.contains(char::is_uppercase) && !written.contains(char::is_lowercase)
}

/// Small letters, without signs that are usually left out.
fn fold(written: &str) -> String {
    let mut folded = String::with_capacity(written.len());
    for letter in written.chars() {
        match letter {
            'İ' => folded.push('i'),
            // Accents of their own, Arabic vowel signs and the stroke that makes words longer.
            '\u{300}'..='\u{36F}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' => {}
            '\0'..='\x7F' => folded.push(letter.to_ascii_lowercase()),
            _ => folded.extend(letter.to_lowercase()),
        }
    }
    folded
}

/// FNV-1a: two words of one message are not going to share it.
fn key(folded: &str) -> u64 {
    folded.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

/// What belongs to a word without being a letter: accents, vowel killers, the joiner of Indian scripts.
fn is_sign_of_word(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{93C}' | '\u{94D}' | '\u{9BC}'
        | '\u{9CD}' | '\u{A3C}' | '\u{A4D}' | '\u{ABC}' | '\u{ACD}' | '\u{B3C}' | '\u{B4D}' | '\u{BCD}' | '\u{C4D}'
        | '\u{CBC}' | '\u{CCD}' | '\u{D4D}' | '\u{DCA}' | '\u{E38}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}'
        | '\u{EB8}'..='\u{EBC}' | '\u{EC8}'..='\u{ECE}' | '\u{200D}')
}

fn ends_sentence(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | '…' | '\n' | '\r' | '。' | '！' | '？' | '।' | '؟' | '۔')
}

/// Variables, code, and addresses, in order.
pub(crate) fn skipped(text: &Text) -> Vec<Range<usize>> {
    let variables = text.variables.list.iter().map(|variable| variable.range.clone());
    let mistakes = text.variables.mistakes.iter().map(|mistake| mistake.range.clone());
    let mut ranges: Vec<Range<usize>> = variables.chain(mistakes).collect();
    addresses(text.value(), &mut ranges);
    code(text.value(), &mut ranges);
    ranges.sort_by_key(|range| range.start);
    // An address around a variable ends behind it.
    let mut reach = 0;
    for range in &mut ranges {
        range.start = range.start.max(reach);
        range.end = range.end.max(range.start);
        reach = range.end;
    }
    ranges
}

/// Between back-ticks on one line.
fn code(value: &str, ranges: &mut Vec<Range<usize>>) {
    let mut from = 0;
    while let Some(start) = memchr::memchr(b'`', &value.as_bytes()[from..]).map(|at| from + at) {
        let Some(end) = memchr::memchr2(b'`', b'\n', &value.as_bytes()[start + 1..]).map(|at| start + 1 + at) else {
            return;
        };
        if value.as_bytes()[end] == b'`' {
            ranges.push(start..end + 1);
        }
        from = end + 1;
    }
}

/// Addresses of pages and mailboxes. Other scripts may stand right beside one.
fn addresses(value: &str, ranges: &mut Vec<Range<usize>>) {
    let bytes = value.as_bytes();
    let mut from = 0;
    while let Some(dot) = memchr::memchr3(b'.', b'@', b':', &bytes[from..]).map(|at| from + at) {
        let start = bytes[from..dot].iter().rposition(|byte| !byte.is_ascii_graphic()).map_or(from, |at| from + at + 1);
        let end = bytes[dot..].iter().position(|byte| !byte.is_ascii_graphic()).map_or(bytes.len(), |at| dot + at);
        if is_address(&value[start..end]) {
            ranges.push(start..end);
        }
        from = end;
    }
}

/// Whether a run of ASCII signs has what only an address has. `today.Please` lacks a blank.
fn is_address(run: &str) -> bool {
    let bytes = run.as_bytes();
    let inner_dot = |(at, byte): (usize, &u8)| {
        let behind = bytes[at + 1..].iter().take_while(|byte| byte.is_ascii_lowercase()).count();
        *byte == b'.' && at > 0 && bytes[at - 1].is_ascii_alphanumeric() && behind >= 2
    };
    run.contains("://") || run[1..].contains('@') || bytes.iter().enumerate().any(inner_dot)
}
