//! From a place in a scalar's decoded text to the bytes of the file that wrote it.

mod block;
mod flow;
mod reading;

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::{Span, Style};
use reading::Reading;

/// Which bytes of the file wrote which part of a scalar's decoded text.
///
/// The scalar is read once more from its source and compared with the parser's value on the way. A map that
/// reproduces the value is exact; any other is discarded, and every range then maps to the whole scalar.
#[derive(Clone, Debug)]
pub struct ScalarMap {
    span: Span,
    /// The runs of an exact map, in order and without gaps in the decoded text; a single empty run for an
    /// empty text. None at all if the map is not exact.
    runs: Vec<Run>,
}

/// A piece of the decoded text and the bytes that wrote it.
#[derive(Clone, Debug)]
struct Run {
    decoded: Range<usize>,
    source: Range<usize>,
    /// Whether the bytes stand for themselves, so that a part of the text is the same part of the bytes.
    /// An escape or a line break stands for its characters only as a whole.
    verbatim: bool,
}

impl ScalarMap {
    /// The map of the scalar that granit-parser found at `span` of `source` and decoded to `value`.
    ///
    /// The span holds the quotes of a quoted scalar. That of a block scalar starts at the first content
    /// character, behind the header and the indentation; without content it is empty or starts at the header.
    pub fn new(source: &str, span: Span, style: Style, value: &str) -> Self {
        let mut reading = Reading::new(source, value);
        let start = match style {
            Style::Plain => flow::plain(&mut reading, span.range()),
            Style::SingleQuoted => flow::single_quoted(&mut reading, span.range()),
            Style::DoubleQuoted => flow::double_quoted(&mut reading, span.range()),
            Style::Literal => block::literal(&mut reading, span.range()),
            Style::Folded => block::folded(&mut reading, span.range()),
        };
        Self { span, runs: start.and_then(|start| reading.finish(start)).unwrap_or_default() }
    }

    /// Whether the map reproduces the parser's value. If not, every range maps to the whole scalar.
    pub fn is_exact(&self) -> bool {
        !self.runs.is_empty()
    }

    /// The source bytes that wrote `range`, a range of whole characters of the decoded text.
    ///
    /// An empty range maps to the place where text inserted there would be written: behind the character before
    /// it if that stands in the source as itself, else in front of the next. A range that reaches beyond the
    /// text ends with the text.
    pub fn source(&self, range: Range<usize>) -> Span {
        let Some(last) = self.runs.last() else { return self.span };
        let range = range.start.min(last.decoded.end)..range.end.min(last.decoded.end);
        if range.is_empty() {
            return Span::at(self.place(range.start));
        }
        let first = self.run_ending_after(range.start);
        let last = self.run_ending_after(range.end - 1);
        Span::new(first.start_of(range.start), last.end_of(range.end))
    }

    fn run_ending_after(&self, offset: usize) -> &Run {
        &self.runs[self.runs.partition_point(|run| run.decoded.end <= offset)]
    }

    /// The place in the source between two characters of the decoded text.
    fn place(&self, offset: usize) -> usize {
        let next = self.runs.partition_point(|run| run.decoded.start < offset);
        match (self.runs[..next].last(), self.runs.get(next)) {
            (Some(before), _) if before.verbatim => before.end_of(offset),
            (_, Some(after)) => after.source.start,
            (Some(before), None) => before.source.end,
            (None, None) => self.span.range().start,
        }
    }
}

impl Run {
    fn start_of(&self, offset: usize) -> usize {
        if self.verbatim { self.source.start + (offset - self.decoded.start) } else { self.source.start }
    }

    fn end_of(&self, offset: usize) -> usize {
        if self.verbatim { self.source.start + (offset - self.decoded.start) } else { self.source.end }
    }
}
