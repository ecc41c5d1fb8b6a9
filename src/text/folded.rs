//! A text as phrases are looked for in it: lower case, one blank between words, no marks in or around them, and every
//! byte with its place in the original.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

use super::Variable;

/// Stands for a whole variable. Where a file really has this character, it is left out.
pub(crate) const VARIABLE: char = '\u{FFFC}';

/// A text with its differences of writing removed, and the way back.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, the bytes of the original that its character stands for.
    origin: Vec<(u32, u32)>,
}

impl Folded {
    /// Folds a text; its variables become one sign each.
    pub fn new(text: &str, variables: &[Variable]) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), origin: Vec::with_capacity(text.len()) };
        let mut from = 0;
        for variable in variables {
            folded.add(text, from..variable.range.start);
            folded.push(VARIABLE, &variable.range);
            from = variable.range.end;
        }
        folded.add(text, from..text.len());
        folded
    }

    /// The bytes of the folded text that stand for a part of the original, which cuts no variable in two.
    pub fn place(&self, part: &Range<usize>) -> Range<usize> {
        let place = |at: usize| self.origin.partition_point(|origin| (origin.0 as usize) < at);
        place(part.start)..place(part.end)
    }

    /// Some bytes of the folded text by themselves. They lead back to where the whole leads.
    pub fn part(&self, place: Range<usize>) -> Self {
        Self { text: self.text[place.clone()].to_owned(), origin: self.origin[place].to_vec() }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that a part of the folded text stands for.
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        let start = self.origin.get(range.start).map_or(0, |origin| origin.0);
        let end = range.end.checked_sub(1).and_then(|last| self.origin.get(last)).map_or(start, |origin| origin.1);
        start as usize..end.max(start) as usize
    }

    fn add(&mut self, text: &str, part: Range<usize>) {
        let written = &text[part.clone()];
        if is_normalized(written) {
            let place =
                |(at, character): (usize, char)| (character, part.start + at..part.start + at + character.len_utf8());
            self.add_characters(written.char_indices().map(place));
        } else {
            let mut characters = Vec::with_capacity(written.len());
            for piece in pieces(written) {
                let place = part.start + piece.start..part.start + piece.end;
                match &written[piece] {
                    // Typed for an apostrophe; by the letter of Unicode it is a blank with an accent.
                    "\u{B4}" => characters.push(('\'', place)),
                    piece => characters.extend(piece.nfkc().map(|character| (character, place.clone()))),
                }
            }
            self.add_characters(characters.into_iter());
        }
    }

    fn add_characters(&mut self, characters: impl Iterator<Item = (char, Range<usize>)>) {
        let mut before = None;
        let mut characters = characters.peekable();
        while let Some((character, place)) = characters.next() {
            let mut inside_word =
                || before.is_some_and(is_word) && characters.peek().is_some_and(|(next, _)| is_word(*next));
            match character {
                VARIABLE => {}
                _ if character.is_whitespace() => self.blank(&place),
                '-' | '\u{2010}'..='\u{2015}' if inside_word() => self.blank(&place),
                // Around words these are formatting.
                '*' | '_' | '~' | '`' if !inside_word() => {}
                _ => fold(character, |folded| self.push(folded, &place)),
            }
            before = Some(character);
        }
    }

    fn blank(&mut self, place: &Range<usize>) {
        if !self.text.ends_with(' ') {
            self.push(' ', place);
        }
    }

    fn push(&mut self, character: char, place: &Range<usize>) {
        self.text.push(character);
        // A file is never near 4 GiB: the largest that is read is far smaller.
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let origin = (offset(place.start), offset(place.end));
        self.origin.resize(self.text.len(), origin);
    }
}

/// Whether normalisation would surely leave a text as it is.
fn is_normalized(text: &str) -> bool {
    // Letters that are settled like those of ASCII stand for one of them, which costs no look into the tables.
    let known = |character: char| if is_settled(character) { 'a' } else { character };
    text.is_ascii() || is_nfkc_quick(text.chars().map(known)) == IsNormalized::Yes
}

/// Whether a letter stays as it is in every normalisation to composed letters, whatever stands in front of it.
fn is_settled(letter: char) -> bool {
    // Beyond `ö` some letters of Latin are taken apart.
    is_common_letter(letter) && !matches!(letter, 'ø'..='ſ')
}

/// What a character becomes: nothing, itself in lower case, or the plain letter that people type for it.
pub(crate) fn fold(character: char, mut push: impl FnMut(char)) {
    match character {
        // Most texts, most of the time.
        '\0'..='\x7F' => push(character.to_ascii_lowercase()),
        _ if is_silent(character) => {}
        '\u{2018}' | '\u{2019}' | '\u{2BC}' => push('\''),
        // Turkish has two letters i, and keyboards that have one.
        'ı' | 'İ' => push('i'),
        'ё' | 'Ё' => push('е'),
        'ς' => push('σ'),
        'أ' | 'إ' | 'آ' | 'ٱ' => push('ا'),
        'ى' => push('ي'),
        _ => character.to_lowercase().for_each(push),
    }
}

/// The parts of a text that normalisation never joins: a character with the marks and vowels that belong to it.
fn pieces(text: &str) -> impl Iterator<Item = Range<usize>> {
    let continues = |character: char| {
        is_combining_mark(character) || matches!(character, '\u{1160}'..='\u{11FF}' | '\u{FF9E}' | '\u{FF9F}')
    };
    let starts =
        text.char_indices().filter(move |(at, character)| *at == 0 || !continues(*character)).map(|(at, _)| at);
    let ends = starts.clone().skip(1).chain([text.len()]);
    starts.zip(ends).map(|(start, end)| start..end)
}

/// Whether a character is read without being seen, or is a vowel sign that is usually left out.
pub(crate) fn is_silent(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{307}' | '\u{34F}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        // Arabic vowel signs and the stroke that makes words longer; Hebrew points.
        | '\u{640}' | '\u{64B}'..='\u{652}' | '\u{670}' | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}'..='\u{5C7}')
}

/// The letters of the most common scripts, without a look into the tables of Unicode.
pub(crate) fn is_common_letter(character: char) -> bool {
    matches!(character,
        'A'..='Z' | 'a'..='z' | 'à'..='ö' | 'ø'..='ſ' | '\u{400}'..='\u{481}' | '\u{48A}'..='\u{52F}'
        | '\u{5D0}'..='\u{5EA}' | '\u{620}'..='\u{63F}' | '\u{641}'..='\u{64A}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}')
}

/// Whether a character is a digit, or a number in any other script.
pub(crate) fn is_numeric(character: char) -> bool {
    match character {
        '\0'..='\x7F' => character.is_ascii_digit(),
        _ => !is_common_letter(character) && character.is_numeric(),
    }
}

/// Whether a character belongs to a word: letters, digits, and the signs of Indic and Thai scripts that are neither.
pub(crate) fn is_word(character: char) -> bool {
    match character {
        '\0'..='\x7F' => character.is_ascii_alphanumeric(),
        _ if is_common_letter(character) => true,
        '\u{964}' | '\u{965}' | '\u{970}' => false,
        '\u{300}'..='\u{36F}' | '\u{900}'..='\u{DFF}' | '\u{E31}'..='\u{E4E}' => true,
        _ => character.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Variables;

    fn folded(text: &str) -> Folded {
        Folded::new(text, &Variables::parse(text).list)
    }

    #[test]
    fn differences_of_writing_are_gone() {
        for (text, plain) in [
            ("Hello  *World*,\n\nit’s it´s", "hello world, it's it's"),
            ("Limited‑Time e-mail - 5*3 a_b _c_", "limited time e mail - 5*3 a_b c"),
            ("İSTANBUL ISPARTA ılık", "istanbul isparta ilik"),
            ("Ещё", "еще"),
            ("بِطَاقَـة أحمد", "بطاقة احمد"),
            ("שָׁלוֹם", "שלום"),
            ("ＳＡＬＥ　５０％", "sale 50%"),
            ("zero\u{200B}width", "zerowidth"),
            ("Hi {{1}}!", "hi \u{FFFC}!"),
            ("𝗦𝗮𝗹𝗲 𝟱𝟬%", "sale 50%"),
            ("ΛΟΓΟΣ λόγος", "λογοσ λόγοσ"),
            ("Cafe\u{301} ½ ﬁne №5 20㎡ ｶﾞ \u{1112}\u{1161}\u{11AB} ﻻ", "café 1⁄2 fine no5 20m2 ガ 한 لا"),
        ] {
            assert_eq!(folded(text).text(), plain);
        }
    }

    #[test]
    fn settled_letters_are_settled() {
        use unicode_normalization::char::canonical_combining_class;
        for letter in ('\0'..=char::MAX).filter(|letter| is_settled(*letter)) {
            assert_eq!(is_nfkc_quick([letter].into_iter()), IsNormalized::Yes, "{letter:?}");
            assert_eq!(canonical_combining_class(letter), 0, "{letter:?}");
        }
    }

    #[test]
    fn common_letters_are_letters() {
        assert!(('\0'..=char::MAX).filter(|letter| is_common_letter(*letter)).all(char::is_alphabetic));
        assert!(('\0'..=char::MAX).all(|character| is_numeric(character) == character.is_numeric()));
    }

    #[test]
    fn every_part_leads_back_to_the_original() {
        let text = "İİ *ŞİFRE*  {{1}} שָׁלוֹם、Ｘ!";
        let folded = folded(text);
        for (plain, original) in [
            ("şifre", "ŞİFRE"),
            ("ii", "İİ"),
            ("\u{FFFC}", "{{1}}"),
            ("x", "Ｘ"),
            ("שלום", "שָׁלוֹם"),
            (" \u{FFFC}", "  {{1}}"),
        ] {
            let at = folded.text().find(plain).unwrap();
            let range = folded.source(at..at + plain.len());
            let range = if plain.starts_with(' ') { range.start..range.end } else { range };
            assert!(original.ends_with(&text[range.clone()]), "{plain}: {}", &text[range]);
        }
        assert_eq!(folded.source(0..0), 0..0);
    }
}
