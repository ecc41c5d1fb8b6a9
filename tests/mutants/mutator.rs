//! Mutants of good files, each made by nothing but its number.

use std::fs;

/// Mutants are cut to that many bytes.
pub const LARGEST: usize = 64 * 1024;

/// What mutants are made of.
pub struct Mutator {
    seeds: Vec<Vec<u8>>,
    /// Empty for bytes that are no text.
    words: Vec<Vec<u8>>,
}

/// Numbers that look like chance, and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % limit.max(1) as u64) as usize
    }

    fn one<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }
}

/// Lengths and counts that readers stumble over.
const NUMBERS: &[u32] =
    &[0, 1, 2, 7, 8, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x10000, i32::MAX as u32, 1 << 31, u32::MAX - 1, u32::MAX];

impl Mutator {
    /// Of files that are no text.
    pub fn of_bytes(seeds: Vec<Vec<u8>>) -> Self {
        Self { seeds, words: Vec::new() }
    }

    /// Of files that people write, with the words of the dictionary.
    pub fn of_text(seeds: Vec<Vec<u8>>) -> Self {
        let text = fs::read_to_string("tests/fuzz/dictionary.txt").unwrap();
        let words = text.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"')).map(word).collect();
        Self { seeds, words }
    }

    /// What they are made of.
    pub fn seeds(&self) -> &[Vec<u8>] {
        &self.seeds
    }

    /// The mutant of that number. The first are the seeds themselves.
    pub fn mutant(&self, number: u64) -> Vec<u8> {
        if let Some(seed) = self.seeds.get(number as usize) {
            return seed.clone();
        }
        let mut chance = Chance(number);
        let mut bytes = chance.one(&self.seeds).clone();
        for _ in 0..=chance.below(6) {
            // Nine in ten changes of a text are made by somebody who knows what texts are made of.
            if !self.words.is_empty() && chance.below(10) > 0 {
                self.change_text(&mut bytes, &mut chance);
            } else {
                self.change_bytes(&mut bytes, &mut chance);
            }
        }
        bytes.truncate(LARGEST);
        bytes
    }

    fn change_text(&self, bytes: &mut Vec<u8>, chance: &mut Chance) {
        let at = character(bytes, chance);
        let word = chance.one(&self.words);
        match chance.below(12) {
            0..=2 => insert(bytes, at, word),
            3 => {
                let end = character(bytes, chance).clamp(at, (at + 40).min(bytes.len()).max(at));
                bytes.splice(at..end, word.iter().copied());
            }
            4 => {
                // Many of one kind: what is quadratic shows.
                let times = 1 << chance.below(12);
                insert(bytes, at, &word.repeat(times)[..(word.len() * times).min(LARGEST / 2)]);
            }
            5 => drop(bytes.drain(lines(bytes, chance))),
            6 => {
                let part = bytes[lines(bytes, chance)].to_vec();
                let times = if chance.below(8) == 0 { 1 + chance.below(64) } else { 1 };
                let to = line_start(bytes, at);
                insert(bytes, to, &part.repeat(times));
            }
            7 => {
                let other = chance.one(&self.seeds);
                let part = other[lines(other, chance)].to_vec();
                let to = line_start(bytes, at);
                insert(bytes, to, &part);
            }
            8 => {
                let line = line_start(bytes, at);
                let blanks = bytes[line..].iter().take_while(|byte| **byte == b' ').count();
                bytes.splice(line..line + chance.below(blanks + 1), vec![b' '; chance.below(5)]);
            }
            9 => {
                // A text that YAML would read in another way, or no longer.
                let quote = *chance.one(b"\"'");
                let end = bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |length| at + length);
                insert(bytes, end, &[quote]);
                insert(bytes, at, &[quote]);
            }
            10 => {
                if let Some(digit) = bytes[at..].iter().position(u8::is_ascii_digit) {
                    let digits = NUMBERS[chance.below(NUMBERS.len())].to_string();
                    bytes.splice(at + digit..=at + digit, digits.into_bytes());
                }
            }
            _ => bytes.truncate(at),
        }
    }

    fn change_bytes(&self, bytes: &mut Vec<u8>, chance: &mut Chance) {
        // Half of the time near the beginning, where headers are.
        let reach = if chance.below(2) == 0 { bytes.len().min(512) } else { bytes.len() };
        let at = chance.below(reach);
        match chance.below(7) {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, chance.below(256) as u8),
            2 => {
                let number = NUMBERS[chance.below(NUMBERS.len())].to_be_bytes();
                bytes.iter_mut().skip(at).zip(number).for_each(|(byte, new)| *byte = new);
            }
            3 => {
                let end = (at + 1 + chance.below(64)).min(bytes.len());
                let part = bytes[at..end].to_vec();
                insert(bytes, at, &part);
            }
            4 => {
                let other = chance.one(&self.seeds);
                let from = chance.below(other.len());
                let part = other[from..(from + chance.below(2048)).min(other.len())].to_vec();
                insert(bytes, at, &part);
            }
            5 => drop(bytes.drain(at..(at + chance.below(64)).min(bytes.len()))),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << chance.below(8);
                }
            }
        }
    }
}

fn insert(bytes: &mut Vec<u8>, at: usize, part: &[u8]) {
    bytes.splice(at..at, part.iter().copied());
}

/// A place between two characters.
fn character(bytes: &[u8], chance: &mut Chance) -> usize {
    let mut at = chance.below(bytes.len() + 1);
    while bytes.get(at).is_some_and(|byte| byte & 0b1100_0000 == 0b1000_0000) {
        at += 1;
    }
    at
}

fn line_start(bytes: &[u8], at: usize) -> usize {
    bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |line| line + 1)
}

/// One line or a few.
fn lines(bytes: &[u8], chance: &mut Chance) -> std::ops::Range<usize> {
    let start = line_start(bytes, chance.below(bytes.len() + 1));
    let mut end = start;
    for _ in 0..=chance.below(6) {
        end = bytes[end..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |length| end + length + 1);
    }
    start..end
}

/// A word of the dictionary: its escapes are `\\`, `\"` and `\xNN`.
fn word(written: &str) -> Vec<u8> {
    let (mut word, mut rest) = (Vec::new(), written.as_bytes());
    while let Some((&first, behind)) = rest.split_first() {
        let byte;
        (byte, rest) = match (first, behind) {
            (b'\\', [b'x', digits @ ..]) => {
                let digits = std::str::from_utf8(&digits[..2]).unwrap();
                (u8::from_str_radix(digits, 16).expect("two hexadecimal digits"), &behind[3..])
            }
            (b'\\', [escaped, rest @ ..]) => (*escaped, rest),
            _ => (first, behind),
        };
        word.push(byte);
    }
    word
}
