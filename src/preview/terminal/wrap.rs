//! Breaks a line of styled text into rows: between words, and between the characters of Chinese and Japanese.

use anstyle::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::row::{Row, columns};

/// The rows of a line, none of them wider than `width`. A word that is wider is broken where it has to be.
pub fn wrap(runs: &[(String, Style)], width: usize) -> Vec<Row> {
    let mut page =
        Page { width: width.max(2), rows: Vec::new(), row: Row::default(), blanks: None, word: Row::default() };
    let mut glued = true;
    for (text, style) in runs {
        for grapheme in text.graphemes(true) {
            if grapheme == " " {
                page.blank(*style);
                glued = true;
                continue;
            }
            let ideograph = is_ideograph(grapheme);
            if !starts_no_line(grapheme) && !glued && (ideograph || page.after_ideograph()) {
                page.end_word();
            }
            page.add(grapheme, *style);
            glued = ends_no_line(grapheme);
        }
    }
    page.finish()
}

struct Page {
    width: usize,
    rows: Vec<Row>,
    row: Row,
    /// Blanks between the row and the word, which a line break swallows.
    blanks: Option<Row>,
    word: Row,
}

impl Page {
    fn blank(&mut self, style: Style) {
        self.end_word();
        self.blanks.get_or_insert_default().push(" ", style);
    }

    fn after_ideograph(&self) -> bool {
        self.word.last_char().is_some_and(|character| is_ideograph(character.encode_utf8(&mut [0; 4])))
    }

    fn add(&mut self, grapheme: &str, style: Style) {
        if self.word.width() + columns(grapheme) > self.width {
            self.end_word();
        }
        self.word.push(grapheme, style);
    }

    fn end_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let word = std::mem::take(&mut self.word);
        let blanks = self.blanks.take().unwrap_or_default();
        if self.row.width() + blanks.width() + word.width() > self.width {
            self.end_row();
        } else {
            self.row.append(blanks);
        }
        self.row.append(word);
    }

    fn end_row(&mut self) {
        if !self.row.is_empty() {
            self.rows.push(std::mem::take(&mut self.row));
        }
    }

    fn finish(mut self) -> Vec<Row> {
        self.end_word();
        self.rows.push(self.row);
        self.rows
    }
}

/// Whether lines may break in front of it and behind it.
fn is_ideograph(grapheme: &str) -> bool {
    grapheme.starts_with(|character| matches!(character, '\u{2E80}'..='\u{312F}' | '\u{3130}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}'))
}

/// Punctuation that stays with what stands before it.
fn starts_no_line(grapheme: &str) -> bool {
    grapheme.starts_with(|character| "、。，．：；？！」』）】》〉〕｝ー々・”’,.:;?!)]}%…".contains(character))
}

/// Punctuation that stays with what follows it.
fn ends_no_line(grapheme: &str) -> bool {
    grapheme.starts_with(|character| "「『（【《〈〔｛“‘([{".contains(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, width: usize) -> Vec<String> {
        wrap(&[(text.to_owned(), Style::new())], width).iter().map(Row::text).collect()
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrapped("one two three", 8), ["one two", "three"]);
        assert_eq!(wrapped("one  two", 10), ["one  two"]);
        assert_eq!(wrapped("", 8), [""]);
        assert_eq!(wrapped("https://shop.example", 8), ["https://", "shop.exa", "mple"]);
    }

    #[test]
    fn chinese_breaks_between_characters_and_keeps_its_punctuation() {
        assert_eq!(wrapped("你好，世界。您好", 6), ["你好，", "世界。", "您好"]);
        assert_eq!(wrapped("你好，世界", 5), ["你", "好，", "世界"]);
        assert_eq!(wrapped("在 A-1042「好」", 8), ["在", "A-1042", "「好」"]);
    }

    #[test]
    fn an_emoji_is_never_broken() {
        assert_eq!(wrapped("👩‍👩‍👧👩‍👩‍👧", 3), ["👩‍👩‍👧", "👩‍👩‍👧"]);
    }
}
