//! Random scalars, written in every style.

use std::fmt::Write;
use std::ops::Range;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// A plain or quoted scalar, on one line or several.
#[derive(Clone, Debug)]
pub struct Text {
    quote: &'static str,
    lead: &'static str,
    lines: Vec<(Line, Gap)>,
}

/// Words, each with the blanks behind it.
type Line = Vec<(&'static str, &'static str)>;

/// What is between two lines.
#[derive(Clone, Debug)]
struct Gap {
    escaped: bool,
    empty_lines: Vec<Empty>,
    extra: &'static str,
}

/// A line without content.
#[derive(Clone, Copy, Debug)]
enum Empty {
    Bare,
    Blank,
    Indented,
    Tabbed,
}

/// Words that may start a plain scalar.
const WORDS: [&str; 13] =
    ["Hello", "code", "你好", "優惠", "مرحبا", "नमस्ते", "👩‍👩‍👧", "🇧🇷", "é", "it's", "a:b", "c#d", "\u{2028}x\u{85}"];
/// Words that may stand further on in one.
const MORE: [&str; 7] = ["{{1}}", "{{name}}", "-", "50%", "*Sale*", "say \"x\"", r"C:\n"];
const SINGLE: [&str; 9] = ["Hello", "{{1}}", "你好", "👩‍👩‍👧", "''", "it''s", r"\n", "\"", "# : ,]"];
const DOUBLE: [&str; 24] = [
    "Hello",
    "{{1}}",
    "नमस्ते",
    "👩‍👩‍👧",
    "it's",
    "# : ,]",
    r"\n",
    r"\t",
    r"\\",
    r#"\""#,
    r"\/",
    r"\ ",
    r"\x41",
    r"\xe9",
    r"\u4f60",
    r"\u0001",
    r"\U0001F389",
    r"\uD83D\uDE00",
    r"\ud83d\udc4d",
    r"\_",
    r"\N",
    r"\L",
    r"\0",
    "\\\t",
];
const BLOCK: [&str; 12] =
    ["Hello", "{{1}}", "你好", "مرحبا", "नमस्ते", "👩‍👩‍👧", "#", "|", "- ", "k: v", r#"\n "it's""#, "\u{2028}x\u{85}"];
const BLANKS: [&str; 5] = [" ", " ", " ", "  ", "\t"];

fn lines(words: &[&'static str], count: Range<usize>) -> impl Strategy<Value = Line> + use<> {
    vec((select(words.to_vec()), select(&BLANKS[..])), count)
}

fn gaps() -> impl Strategy<Value = Gap> {
    let empty_lines = vec(select(vec![Empty::Bare, Empty::Blank, Empty::Indented, Empty::Tabbed]), 0..3);
    (any::<bool>(), empty_lines, select(vec!["", "", " ", "\t"])).prop_map(|(escaped, empty_lines, extra)| Gap {
        escaped,
        empty_lines,
        extra,
    })
}

pub fn texts() -> impl Strategy<Value = Text> {
    let plain_words = [&WORDS[..], &MORE[..]].concat();
    let plain = (select(&WORDS[..]), vec((lines(&plain_words, 1..5), gaps()), 1..4)).prop_map(|(first, mut lines)| {
        lines[0].0[0].0 = first;
        Text { quote: "", lead: "", lines }
    });
    let quoted =
        |quote, words: &[&'static str]| {
            (select(vec!["", "", " ", "\t"]), vec((lines(words, 1..5), gaps()), 0..4))
                .prop_map(move |(lead, lines)| Text { quote, lead, lines })
        };
    prop_oneof![plain, quoted("'", &SINGLE), quoted("\"", &DOUBLE)]
}

impl Text {
    /// The text on one line, as a key needs it.
    pub fn into_key(mut self) -> Self {
        self.lines.truncate(1);
        self
    }

    /// Writes the text; its further lines are indented to `column`.
    pub fn write(&self, out: &mut String, column: usize, in_flow: bool) {
        let plain = self.quote.is_empty();
        out.push_str(self.quote);
        out.push_str(self.lead);
        for (index, (line, gap)) in self.lines.iter().enumerate() {
            let last = index + 1 == self.lines.len();
            for (at, (word, blank)) in line.iter().enumerate() {
                // Brackets would end a plain scalar in a flow collection.
                out.push_str(if plain && in_flow { word.trim_matches(['{', '}', '-']) } else { word });
                if !plain || at + 1 < line.len() {
                    out.push_str(blank);
                }
            }
            if !last {
                gap.write(out, column, self.quote == "\"");
            }
        }
        out.push_str(self.quote);
    }
}

impl Gap {
    fn write(&self, out: &mut String, column: usize, may_escape: bool) {
        if may_escape && self.escaped {
            out.push('\\');
        }
        out.push('\n');
        for empty in &self.empty_lines {
            empty.write(out, column);
        }
        indent(out, column);
        out.push_str(self.extra);
    }
}

impl Empty {
    fn write(self, out: &mut String, column: usize) {
        match self {
            Empty::Bare => {}
            Empty::Blank => indent(out, column.min(1)),
            Empty::Indented => indent(out, column),
            Empty::Tabbed => {
                indent(out, column);
                out.push('\t');
            }
        }
        out.push('\n');
    }
}

/// A literal or folded block scalar.
#[derive(Clone, Debug)]
pub struct Block {
    indicator: char,
    chomping: &'static str,
    explicit: bool,
    /// Whether the digit of an explicit indentation stands before the chomping.
    digit_first: bool,
    comment: &'static str,
    step: usize,
    lines: Vec<(Vec<Empty>, &'static str, Line)>,
    end: Vec<Empty>,
}

pub fn blocks() -> impl Strategy<Value = Block> {
    let empty = || vec(select(vec![Empty::Bare, Empty::Blank, Empty::Indented]), 0..3);
    let lead = select(vec!["", "", "", " ", "   ", "\t"]);
    let header = (select(vec!['|', '>']), select(vec!["", "-", "+"]), any::<bool>(), any::<bool>());
    let comment = select(vec!["", "", " ", "\t# |- \"note\" >"]);
    (header, comment, 1_usize..5, vec((empty(), lead, lines(&BLOCK, 0..5)), 0..5), empty()).prop_map(
        |((indicator, chomping, explicit, digit_first), comment, step, lines, end)| Block {
            indicator,
            chomping,
            explicit,
            digit_first,
            comment,
            step,
            lines,
            end,
        },
    )
}

impl Block {
    /// Writes the header and the lines, indented from the column of the `parent`.
    pub fn write(&self, out: &mut String, parent: isize) {
        // Blanks at the start of the first line would be taken for indentation.
        let explicit = self.explicit
            || self.lines.first().is_some_and(|(_, lead, words)| lead.starts_with(' ') || words.is_empty());
        let column = column(parent.max(0), self.step);
        let digit = if explicit { self.step.to_string() } else { String::new() };
        let _ = match self.digit_first {
            true => writeln!(out, "{}{digit}{}{}", self.indicator, self.chomping, self.comment),
            false => writeln!(out, "{}{}{digit}{}", self.indicator, self.chomping, self.comment),
        };
        for (empty, lead, words) in &self.lines {
            empty.iter().for_each(|empty| empty.write(out, column));
            indent(out, column);
            out.push_str(lead);
            words.iter().for_each(|(word, blank)| out.extend([*word, *blank]));
            out.push('\n');
        }
        self.end.iter().for_each(|empty| empty.write(out, column));
    }
}

/// The column `step` to the right of a collection's; the root's collection is at -1.
pub fn column(parent: isize, step: usize) -> usize {
    parent.saturating_add_unsigned(step).max(0).unsigned_abs()
}

pub fn indent(out: &mut String, column: usize) {
    out.extend(std::iter::repeat_n(' ', column));
}
