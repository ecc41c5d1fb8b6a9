//! One line of a file as it is shown: nothing invisible, nothing that moves the cursor, and not too long.
//!
//! The underline is placed by adding up the widths of characters, while a terminal may join several into one
//! picture. So emoji are shown unjoined: what makes a family of three people is left out, and three people are seen.
//! Emoji that are newer than miette's table of widths (Unicode 15) move the underline by one column.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::finding::sanitize;

/// No line needs more bytes than this per column, not even Hindi with all its marks.
const BYTES_PER_COLUMN: usize = 8;

/// Appends text with a picture in place of everything that could not be seen.
pub fn show(text: &str, shown: &mut String) {
    if text.is_ascii() {
        shown.push_str(&sanitize(text));
        return;
    }
    for grapheme in text.graphemes(true) {
        show_grapheme(grapheme, shown);
    }
}

fn show_grapheme(grapheme: &str, shown: &mut String) {
    let joined = is_joined(grapheme);
    for (index, character) in sanitize(grapheme).chars().enumerate() {
        if !(joined && index > 0 && is_joining(character)) {
            shown.push(stand_in(character));
        }
    }
}

/// Whether a terminal may show fewer columns than the characters have by themselves.
fn is_joined(grapheme: &str) -> bool {
    let mut widths = grapheme.chars().map(|character| character.width().unwrap_or(0));
    grapheme.width() != widths.clone().sum::<usize>() || widths.any(|width| width == 2)
}

/// Joiners, emoji and text variants, skin tones.
fn is_joining(character: char) -> bool {
    matches!(character, '\u{200D}' | '\u{FE0E}' | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}')
}

/// The marks on half-width Japanese letters, which miette takes for accents without a column of their own.
fn stand_in(character: char) -> char {
    match character {
        '\u{FF9E}' => '\u{309B}',
        '\u{FF9F}' => '\u{309C}',
        _ => character,
    }
}

fn columns(grapheme: &str) -> usize {
    let mut shown = String::new();
    show_grapheme(grapheme, &mut shown);
    shown.chars().filter_map(UnicodeWidthChar::width).sum()
}

/// Whether a line can be shown whole.
pub fn fits(line: &str, width: usize) -> bool {
    line.len() <= width
        || (line.len() <= width * BYTES_PER_COLUMN && line.graphemes(true).map(columns).sum::<usize>() <= width)
}

/// The part of a line to show: all of it, or as much as fits around a byte of it.
pub fn cut(line: &str, around: usize, width: usize) -> Range<usize> {
    if fits(line, width) {
        return 0..line.len();
    }
    let start = back(line, around, width / 3);
    match forth(line, start, width) {
        // Nothing follows: there is room for more of what stands before.
        end if end == line.len() => back(line, end, width).min(start)..end,
        end => start..end,
    }
}

/// Where a text that ends at `end` starts if it has so many columns.
fn back(line: &str, end: usize, mut columns_left: usize) -> usize {
    // A bound in bytes as well, or a mountain of accents would be looked at in vain.
    let farthest = line.floor_char_boundary(end.saturating_sub(columns_left * BYTES_PER_COLUMN));
    let mut start = end;
    for (at, grapheme) in line[farthest..end].grapheme_indices(true).rev() {
        let Some(left) = columns_left.checked_sub(columns(grapheme)) else { break };
        columns_left = left;
        start = farthest + at;
    }
    start
}

fn forth(line: &str, start: usize, mut columns_left: usize) -> usize {
    let farthest = line.floor_char_boundary(start + columns_left * BYTES_PER_COLUMN);
    let mut end = start;
    for grapheme in line[start..farthest].graphemes(true) {
        let Some(left) = columns_left.checked_sub(columns(grapheme)) else { break };
        columns_left = left;
        end += grapheme.len();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let mut shown = String::new();
        show(text, &mut shown);
        shown
    }

    #[test]
    fn emoji_are_taken_apart_and_letters_are_not() {
        assert_eq!(shown("👨\u{200D}👩\u{200D}👧 👍🏽 ❤\u{FE0F} 1\u{FE0F}\u{20E3}"), "👨👩👧 👍 ❤ 1\u{20E3}");
        for text in ["क्\u{200D}ष", "می\u{200C}خواهم", "لا", "e\u{301}", "한국어", "🇩🇪"] {
            assert_eq!(shown(text), text);
        }
    }

    #[test]
    fn shown_emoji_are_as_wide_as_their_characters() {
        for text in
            ["👩🏽\u{200D}🚀", "🏳\u{FE0F}\u{200D}🌈", "☎\u{FE0F}", "👍\u{FE0E}", "🇩🇪🇫🇷", "🏴\u{E0067}\u{E0062}\u{E007F}"]
        {
            let shown = shown(text);
            assert_eq!(shown.width(), shown.chars().filter_map(UnicodeWidthChar::width).sum::<usize>(), "{text}");
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let line = "你好 ".repeat(1000);
        let part = cut(&line, 3500, 90);
        assert!(part.contains(&3500) && line[part.clone()].width() <= 90 && line[part].width() > 80);
        assert_eq!(cut("short", 2, 90), 0..5);
        let accents = format!("a{}b", "\u{301}".repeat(100_000));
        assert!(cut(&accents, accents.len() - 1, 90).len() < 1000);
    }
}
