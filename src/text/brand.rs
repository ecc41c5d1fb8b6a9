//! Names of a business in other spellings: other capitals, other accents, parted or joined.

use std::collections::HashMap;
use std::ops::Range;

use super::borders::is_joined;
use super::folded::{fold, is_silent};
use crate::category::plain;

/// So many of one text are told at most: a file made to waste time gains nothing.
const MOST: usize = 16;
/// So many characters on either side of a name say whether all of its line is in capitals.
const NEAR: usize = 100;

/// Names, ready to be looked for.
#[derive(Debug, Default)]
pub struct BrandWords {
    written: Vec<String>,
    words: Vec<Vec<Letter>>,
    /// The longest first.
    by_first: HashMap<char, Vec<usize>>,
}

/// What stands before a letter of the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    None,
    Blank,
    Hyphen,
    /// Something that no name goes across.
    Break,
}

/// A letter, digit or sign, and what remains of it when differences of writing are gone.
#[derive(Clone, Debug)]
struct Letter {
    plain: char,
    written: char,
    gap: Gap,
    range: Range<usize>,
    /// Whether an accent stands behind it as a character of its own.
    accented: bool,
}

impl BrandWords {
    /// Gets names ready.
    pub fn new(written: Vec<String>) -> Self {
        let words: Vec<Vec<Letter>> = written.iter().map(|word| letters(word, &[])).collect();
        let mut by_first: HashMap<char, Vec<usize>> = HashMap::new();
        for (index, word) in words.iter().enumerate() {
            if let Some(first) = word.first() {
                by_first.entry(first.plain).or_default().push(index);
            }
        }
        for indices in by_first.values_mut() {
            indices.sort_by_key(|index| std::cmp::Reverse(words[*index].len()));
        }
        Self { written, words, by_first }
    }

    /// The names, as they are written.
    pub fn written(&self) -> &[String] {
        &self.written
    }

    /// Other spellings of the names in a text, with how they are written. Nothing is looked for in `skipped`.
    pub fn misspelt<'w>(&'w self, text: &str, skipped: &[Range<usize>]) -> Vec<(Range<usize>, &'w str)> {
        if self.words.is_empty() {
            return Vec::new();
        }
        let letters = letters(text, skipped);
        let (mut found, mut at) = (Vec::new(), 0);
        while at < letters.len() && found.len() < MOST {
            let here = self.by_first.get(&letters[at].plain).into_iter().flatten();
            let mut spelt = here.filter(|index| is_at(&self.words[**index], &letters, at, text));
            let Some(&first) = spelt.next() else {
                at += 1;
                continue;
            };
            let candidate = &letters[at..at + self.words[first].len()];
            // Several spellings of one name can be right.
            let same = |index: &&usize| self.words[**index].len() == candidate.len();
            let is_right =
                |index: &usize| !differs(&self.words[*index], candidate, text, &letters[at + candidate.len()..]);
            if !is_right(&first) && !spelt.filter(same).any(is_right) {
                let end = candidate.last().map_or(0, |last| last.range.end);
                found.push((candidate[0].range.start..end, self.written[first].as_str()));
            }
            at += candidate.len();
        }
        found
    }
}

/// Whether a name stands at a place, in whatever spelling.
fn is_at(word: &[Letter], letters: &[Letter], at: usize, text: &str) -> bool {
    let Some(candidate) = letters.get(at..at + word.len()) else { return false };
    let same = candidate.iter().zip(word).all(|(letter, known)| letter.plain == known.plain);
    let inside = candidate.iter().skip(1).any(|letter| letter.gap == Gap::Break);
    let (Some(first), Some(last)) = (candidate.first(), candidate.last()) else { return false };
    same && !inside && stands_alone(text, first.range.start, last.range.end)
}

/// Whether a range is whole words, and no part of an address, a handle or a file name.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let (mut before, mut after) = (text[..start].chars().rev(), text[end..].chars());
    let (first, second) = (before.next(), before.next());
    let (next, behind) = (after.next(), after.next());
    let is_word = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    let inner = |sign: Option<char>, beyond: Option<char>| {
        matches!(sign, Some('/' | '\\' | '@' | '#')) || matches!(sign, Some('.' | '_' | ':')) && is_word(beyond)
    };
    let own = |at: usize| (text[..at].chars().next_back(), text[at..].chars().next());
    let joined = |(before, after): (Option<char>, Option<char>)| is_joined(before, after);
    !joined(own(start)) && !joined(own(end)) && !inner(first, second) && !inner(next, behind)
}

/// Whether a name is spelt otherwise than it should be, and not for a reason that any writer has.
fn differs(word: &[Letter], candidate: &[Letter], text: &str, rest: &[Letter]) -> bool {
    let parted = candidate.iter().zip(word).skip(1).any(|(letter, known)| letter.gap != known.gap);
    if parted {
        return is_parted_name(word, candidate, text, rest);
    }
    let accents = candidate.iter().chain(word).any(|letter| letter.accented);
    let other: Vec<bool> = candidate.iter().zip(word).map(|(letter, known)| !is_same(letter, known, accents)).collect();
    if !other.contains(&true) {
        return false;
    }
    // At the start of a sentence every word has a capital.
    let raised = other.iter().skip(1).all(|other| !other)
        && candidate[0].written.is_uppercase()
        && starts_sentence(text, candidate[0].range.start);
    let in_capitals = candidate.iter().all(|letter| !letter.written.is_lowercase())
        && accented_alike(candidate, word)
        && is_line_of_capitals(text, candidate);
    !raised && !in_capitals
}

/// Whether two letters are written alike. Signs, and letters that have another look only, always are.
fn is_same(letter: &Letter, known: &Letter, accents_apart: bool) -> bool {
    let (written, known_as) = (letter.written, known.written);
    written == known_as
        || !written.is_alphabetic()
        || !known_as.is_alphabetic()
        || !known_as.is_uppercase() && !known_as.is_lowercase() && !is_marked(written) && !is_marked(known_as)
        || accents_apart && written.is_uppercase() == known_as.is_uppercase()
}

/// The Arabic letters that people leave a sign out of.
fn is_marked(character: char) -> bool {
    matches!(character, 'أ' | 'إ' | 'آ' | 'ٱ' | 'ى')
}

fn accented_alike(candidate: &[Letter], word: &[Letter]) -> bool {
    let small = |character: char| character.to_lowercase().next();
    candidate.iter().zip(word).all(|(letter, known)| small(letter.written) == small(known.written))
}

/// Parted or joined letters are a name only where the capitals say so: `on time` is not `OnTime`.
fn is_parted_name(word: &[Letter], candidate: &[Letter], text: &str, rest: &[Letter]) -> bool {
    let has_case = |letter: &Letter| letter.written.is_uppercase() || letter.written.is_lowercase();
    if !candidate.iter().any(has_case) {
        return true;
    }
    let starts = candidate.iter().enumerate().filter(|(index, letter)| *index == 0 || letter.gap != Gap::None);
    let all_raised = starts.map(|(_, letter)| letter).all(|letter| !letter.written.is_lowercase());
    let capitals = candidate.iter().all(|letter| !letter.written.is_lowercase());
    // In one word and in capitals it is a code; German joins a name with hyphens to the noun behind it.
    let joined = candidate.iter().zip(word).skip(1).all(|(letter, _)| letter.gap == Gap::None);
    let hyphens = candidate.iter().skip(1).any(|letter| letter.gap == Gap::Hyphen);
    let before = candidate.first().is_some_and(|first| text[..first.range.start].ends_with('-'));
    let compound = hyphens && (before || rest.first().is_some_and(|next| next.gap == Gap::Hyphen));
    all_raised && !(joined && capitals) && !compound
}

fn starts_sentence(text: &str, at: usize) -> bool {
    let before =
        text[..at].trim_end_matches([' ', '\t', '*', '_', '~', '"', '\'', '«', '„', '“', '¿', '¡', '(', '-', '•']);
    before
        .chars()
        .next_back()
        .is_none_or(|last| matches!(last, '.' | '!' | '?' | '…' | ':' | '\n' | '。' | '！' | '？'))
}

/// Whether the line has other letters near the name, and none of them is small.
fn is_line_of_capitals(text: &str, candidate: &[Letter]) -> bool {
    let (Some(first), Some(last)) = (candidate.first(), candidate.last()) else { return false };
    let of_line = |character: &char| *character != '\n';
    let before = text[..first.range.start].chars().rev().take_while(of_line).take(NEAR);
    let mut others = before.chain(text[last.range.end..].chars().take_while(of_line).take(NEAR));
    let mut capitals = false;
    let small = others.any(|character| {
        capitals |= character.is_uppercase();
        character.is_lowercase()
    });
    capitals && !small
}

/// The letters of a text, without blanks, hyphens and what is not seen.
fn letters(text: &str, skipped: &[Range<usize>]) -> Vec<Letter> {
    let (mut letters, mut gap): (Vec<Letter>, Gap) = (Vec::new(), Gap::None);
    let mut skipped = skipped.iter().peekable();
    for (at, character) in text.char_indices() {
        while skipped.next_if(|range| range.end <= at).is_some() {}
        if skipped.peek().is_some_and(|range| range.start <= at) {
            gap = Gap::Break;
            continue;
        }
        let range = at..at + character.len_utf8();
        match character {
            '\u{300}'..='\u{36F}' => {
                if let Some(last) = letters.last_mut() {
                    (last.range.end, last.accented) = (range.end, true);
                }
            }
            _ if is_silent(character) => {}
            '\n' if gap == Gap::Blank && text[..at].trim_end_matches([' ', '\t', '\r']).ends_with('\n') => {
                gap = Gap::Break
            }
            _ if character.is_whitespace() => {
                gap = if matches!(gap, Gap::None | Gap::Blank) { Gap::Blank } else { Gap::Break }
            }
            '-' | '\u{2010}' | '\u{2011}' => gap = if gap == Gap::None { Gap::Hyphen } else { Gap::Break },
            _ => fold(character, |folded| {
                letters.push(Letter {
                    plain: plain(folded),
                    written: wide(character),
                    gap,
                    range: range.clone(),
                    accented: false,
                });
                gap = Gap::None;
            }),
        }
    }
    letters
}

/// A letter without the width that `formatting/full-width` tells.
fn wide(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(words: &[&str], text: &str) -> Vec<(String, String)> {
        let words = BrandWords::new(words.iter().map(ToString::to_string).collect());
        let found = words.misspelt(text, &[]);
        found.into_iter().map(|(range, right)| (text[range].to_owned(), right.to_owned())).collect()
    }

    fn wrong(words: &[&str], text: &str) -> Vec<String> {
        told(words, text).into_iter().map(|(wrong, _)| wrong).collect()
    }

    const SHOP: &[&str] = &["WaLint", "Café Aurora", "eBay", "OnTime", "Coca-Cola"];

    #[test]
    fn other_spellings_are_told_with_the_right_one() {
        assert_eq!(told(SHOP, "Your walint team"), [("walint".to_owned(), "WaLint".to_owned())]);
        for (text, spelt) in [
            ("from Walint, today", "Walint"),
            ("*WALINT* says hello", "WALINT"),
            ("welcome to Cafe Aurora!", "Cafe Aurora"),
            ("at Café aurora’s door", "Café aurora"),
            ("at CaféAurora today", "CaféAurora"),
            ("hello from Wa Lint", "Wa Lint"),
            ("hello from Wa-Lint", "Wa-Lint"),
            ("buy it on Ebay", "Ebay"),
            ("a Coca Cola for you", "Coca Cola"),
            ("walint-Gutschein", "walint"),
            ("请使用walint下单", "walint"),
        ] {
            assert_eq!(wrong(SHOP, text), [spelt], "{text}");
        }
    }

    #[test]
    fn the_right_spelling_is_right_wherever_it_stands() {
        for text in [
            "WaLint, *WaLint*, WaLint's, WaLint-Team, (WaLint)",
            "Café Aurora and Cafe\u{301} Aurora, Café\nAurora, Café  Aurora",
            "Das Café-Aurora-Team und der Café-Aurora-Gutschein",
            "Thanks. EBay is here",
            "Coca-Cola",
        ] {
            assert!(wrong(SHOP, text).is_empty(), "{text}: {:?}", wrong(SHOP, text));
        }
        assert!(wrong(&["WaLint", "WALINT"], "WALINT and WaLint").is_empty());
        assert_eq!(wrong(&["Aurora", "Café Aurora"], "CAFÉ AURORA at Aurora is open"), ["CAFÉ AURORA"]);
    }

    #[test]
    fn other_words_and_addresses_are_left_alone() {
        for text in [
            "walinting, prewalint, walint2, walints",
            "walint.example, https://shop.example/walint, me@walint, @walint, #walint, my_walint",
            "your parcel is on time and on-time",
            "On time delivery",
            "code CAFEAURORA at the counter",
            "WALINT SALE STARTS TODAY",
            "wa. Lint",
            "Wa\n\nLint",
        ] {
            assert!(wrong(SHOP, text).is_empty(), "{text}: {:?}", wrong(SHOP, text));
        }
        let words = BrandWords::new(vec!["WaLint".to_owned()]);
        assert!(words.misspelt("a walint b", &[0..1, 2..8]).is_empty());
    }

    #[test]
    fn every_script_has_its_own_differences() {
        assert_eq!(wrong(&["카페오로라"], "카페 오로라에서 만나요"), ["카페 오로라"]);
        assert_eq!(wrong(&["Яблоко Плюс"], "в яблоко плюс сегодня"), ["яблоко плюс"]);
        assert_eq!(wrong(&["أورورا"], "مرحبا بكم في اورورا اليوم"), ["اورورا"]);
        assert!(wrong(&["أورورا"], "أُورُورا").is_empty(), "vowel signs are not spelling");
        assert!(wrong(&["小米"], "欢迎来到小米商城").is_empty());
        assert!(wrong(&["WaLint"], "ＷａＬｉｎｔ").is_empty(), "the width has a rule of its own");
        assert!(wrong(&["कैफ़े"], "हमारे कैफ़े में").is_empty());
    }
}
