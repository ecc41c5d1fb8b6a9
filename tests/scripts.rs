//! The script of a letter is the one Unicode gives it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use regex_syntax::hir::{Class, HirKind};
use walint::language::Script;

/// The characters of a script, by Unicode.
fn characters(names: &str) -> Vec<(char, char)> {
    let hir = regex_syntax::Parser::new().parse(names).unwrap();
    let HirKind::Class(Class::Unicode(class)) = hir.kind() else { panic!("{names}") };
    class.ranges().iter().map(|range| (range.start(), range.end())).collect()
}

fn is_within(ranges: &[(char, char)], character: char) -> bool {
    let at = ranges.partition_point(|(_, end)| *end < character);
    ranges.get(at).is_some_and(|(start, _)| *start <= character)
}

#[test]
fn every_letter_of_the_basic_plane_is_told_its_script() {
    let mut wrong = Vec::new();
    for script in Script::ALL {
        let names = match script {
            Script::Hangul => r"\p{Hangul}".to_owned(),
            Script::Kana => r"[\p{Hiragana}\p{Katakana}]".to_owned(),
            Script::Han => r"\p{Han}".to_owned(),
            Script::Burmese => r"\p{Myanmar}".to_owned(),
            Script::Odia => r"\p{Oriya}".to_owned(),
            other => format!(r"\p{{{}}}", other.name()),
        };
        let ranges = characters(&names);
        for code in 0..=0xFFFF {
            let Some(letter) = char::from_u32(code).filter(|letter| letter.is_alphabetic()) else { continue };
            let (found, expected) = (Script::of(letter) == Some(script), is_within(&ranges, letter));
            // Signs that several scripts share may go either way.
            let shared = is_within(characters_of_common(), letter) || is_rare(code);
            if found != expected && !shared {
                wrong.push(format!("{script:?} {code:04X} {letter}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong: {:?}", wrong.len(), &wrong[..wrong.len().min(60)]);
}

/// Phonetic signs, and letters of old texts or newer than the tables.
fn is_rare(code: u32) -> bool {
    matches!(code, 0x88F | 0xC5C | 0xCDC | 0x1D26..=0x1DBF | 0x2126 | 0x2132 | 0x214E | 0xA7CE..=0xA7F1 | 0xAB65..=0xAB69 | 0xFFA0)
}

fn characters_of_common() -> &'static Vec<(char, char)> {
    static COMMON: std::sync::OnceLock<Vec<(char, char)>> = std::sync::OnceLock::new();
    COMMON.get_or_init(|| characters(r"[\p{Common}\p{Inherited}]"))
}
