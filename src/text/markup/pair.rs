//! Text between two equal delimiters on one line: `*bold*`, `_italic_`, `~strike~`, `` `code` ``.

use super::Kind;
use super::candidate::{Candidate, Rank};
use super::mark::Mark;

/// What one pass over a text finds.
#[derive(Debug)]
pub(super) struct Lines {
    /// Pairs, a list for each delimiter, from left to right.
    pub(super) bold: Pairs,
    pub(super) italic: Pairs,
    pub(super) strike: Pairs,
    pub(super) code: Pairs,
    /// Where lines start. A line also starts behind a carriage return and the separators U+2028 and U+2029, though it
    /// only ends with a line feed: that is how the client's expressions read.
    pub(super) starts: Vec<usize>,
}

impl Lines {
    pub(super) fn read(text: &str) -> Self {
        let mut lines = Self {
            bold: Pairs::of(Kind::Bold, Rank::Emphasis),
            italic: Pairs::of(Kind::Italic, Rank::Emphasis),
            strike: Pairs::of(Kind::Strike, Rank::Emphasis),
            code: Pairs::of(Kind::InlineCode, Rank::InlineCode),
            starts: vec![0],
        };
        for (at, byte) in text.bytes().enumerate() {
            match byte {
                b'*' => lines.bold.meet(at, Mark::at(text, at)),
                b'_' => lines.italic.meet(at, Mark::at(text, at)),
                b'~' => lines.strike.meet(at, Mark::at(text, at)),
                b'`' => lines.code.meet(at, Mark::at(text, at)),
                b'\n' => {
                    lines.end_line();
                    lines.starts.push(at + 1);
                }
                b'\r' => lines.starts.push(at + 1),
                // The first byte of both separators, and of many dashes and quotes.
                0xE2 if text[at..].starts_with(['\u{2028}', '\u{2029}']) => {
                    lines.starts.push(at + '\u{2028}'.len_utf8());
                }
                _ => {}
            }
        }
        lines
    }

    fn end_line(&mut self) {
        for pairs in [&mut self.bold, &mut self.italic, &mut self.strike, &mut self.code] {
            pairs.open = None;
        }
    }
}

/// The pairs of one delimiter: each opener takes the first closer behind it.
#[derive(Debug)]
pub(super) struct Pairs {
    kind: Kind,
    rank: Rank,
    /// The first opener of the line that has no closer yet. While it has none, no later one has.
    open: Option<usize>,
    pub(super) found: Vec<Candidate>,
}

impl Pairs {
    fn of(kind: Kind, rank: Rank) -> Self {
        Self { kind, rank, open: None, found: Vec::new() }
    }

    fn meet(&mut self, at: usize, mark: Mark) {
        match self.open {
            // At least one character stands between them.
            Some(opener) if mark.closes && at > opener + 1 => {
                self.open = None;
                self.found.push(Candidate {
                    kind: self.kind,
                    rank: self.rank,
                    range: opener..at + 1,
                    opening: 1,
                    closing: 1,
                });
            }
            Some(_) => {}
            None => self.open = mark.opens.then_some(at),
        }
    }
}
