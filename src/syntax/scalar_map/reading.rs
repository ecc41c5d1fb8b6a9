//! Reading a scalar's source side by side with its value.

use std::ops::Range;

use memchr::memchr2;

use super::Run;

/// What separates words and indents lines.
pub(super) const BLANKS: [char; 2] = [' ', '\t'];
/// Blanks and the characters that break lines.
pub(super) const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// The part of a value that was found in the source so far, and the rest of it.
///
/// Each step says what a piece of the source stands for, and fails where the value says otherwise.
pub(super) struct Reading<'t> {
    pub source: &'t str,
    rest: &'t str,
    runs: Vec<Run>,
}

impl<'t> Reading<'t> {
    pub fn new(source: &'t str, value: &'t str) -> Self {
        Self { source, rest: value, runs: Vec::new() }
    }

    /// The part of the value that was not found yet.
    pub fn rest(&self) -> &'t str {
        self.rest
    }

    /// Whether nothing but line breaks is left to find.
    pub fn only_breaks_left(&self) -> bool {
        self.rest.bytes().all(|byte| byte == b'\n')
    }

    /// These bytes stand for themselves.
    pub fn copy(&mut self, source: Range<usize>) -> Option<()> {
        let text = self.source.get(source.clone())?;
        self.run(text, source, true)
    }

    /// These bytes as a whole stand for `text`.
    pub fn atom(&mut self, text: &str, source: Range<usize>) -> Option<()> {
        self.run(text, source, false)
    }

    /// Each of these line breaks stands for a line feed.
    pub fn keep(&mut self, mut breaks: impl Iterator<Item = Range<usize>>) -> Option<()> {
        breaks.try_for_each(|line_break| self.atom("\n", line_break))
    }

    /// The `gap` between two lines is folded: a single line break and the blanks around it stand for a space;
    /// of several line breaks, all but the first are kept.
    pub fn fold(&mut self, gap: Range<usize>) -> Option<()> {
        let mut kept = breaks(self.source, gap.clone()).skip(1).peekable();
        if kept.peek().is_some() { self.keep(kept) } else { self.atom(" ", gap) }
    }

    /// The runs, if they are the whole value. `start` is where the first character of an empty text would be.
    pub fn finish(mut self, start: usize) -> Option<Vec<Run>> {
        if self.runs.is_empty() {
            self.runs.push(Run { decoded: 0..0, source: start..start, verbatim: true });
        }
        self.rest.is_empty().then_some(self.runs)
    }

    fn run(&mut self, text: &str, source: Range<usize>, verbatim: bool) -> Option<()> {
        self.rest = self.rest.strip_prefix(text)?;
        if !text.is_empty() {
            let start = self.runs.last().map_or(0, |run| run.decoded.end);
            self.runs.push(Run { decoded: start..start + text.len(), source, verbatim });
        }
        Some(())
    }
}

/// The line breaks in a piece of the source: LF, CR, or both as one.
pub(super) fn breaks(source: &str, within: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let bytes = source.as_bytes();
    let mut at = within.start;
    std::iter::from_fn(move || {
        let start = at + memchr2(b'\n', b'\r', bytes.get(at..within.end)?)?;
        at = start + if bytes[start..].starts_with(b"\r\n") { 2 } else { 1 };
        Some(start..at)
    })
}
