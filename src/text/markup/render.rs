//! Takes the delimiters out of a text and keeps account of what went where.

use super::candidate::Candidate;
use super::{Markup, Span};

/// A stretch of the source that the recipient sees as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    source: usize,
    visible: usize,
    len: usize,
}

/// The text without the delimiters of the candidates, which are nested or disjoint and in order.
pub(super) fn render(source: &str, candidates: Vec<Candidate>) -> Markup {
    let mut page = Page { source, read: 0, markup: Markup::default(), open: Vec::new() };
    page.markup.text.reserve(source.len());
    page.markup.spans.reserve(candidates.len());
    for candidate in candidates {
        page.close_before(candidate.range.start);
        page.open(candidate);
    }
    page.close_before(usize::MAX);
    page.show(source.len());
    page.markup
}

struct Page<'s> {
    source: &'s str,
    /// How far the source has been read.
    read: usize,
    markup: Markup,
    /// The spans that have not ended, outer first.
    open: Vec<usize>,
}

impl Page<'_> {
    /// Shows the source up to a place.
    fn show(&mut self, to: usize) {
        if self.read < to {
            let visible = self.markup.text.len();
            self.markup.pieces.push(Piece { source: self.read, visible, len: to - self.read });
            self.markup.text.push_str(&self.source[self.read..to]);
            self.read = to;
        }
    }

    fn open(&mut self, candidate: Candidate) {
        self.show(candidate.range.start);
        let content = candidate.content();
        self.read = content.start;
        let visible = self.markup.text.len();
        self.open.push(self.markup.spans.len());
        self.markup.spans.push(Span {
            kind: candidate.kind,
            visible: visible..visible,
            content,
            opening: candidate.opening,
            closing: candidate.closing,
        });
    }

    /// Ends the spans that end in front of a place.
    fn close_before(&mut self, place: usize) {
        while let Some(&index) = self.open.last() {
            let closing = self.markup.spans[index].closing();
            if closing.end > place {
                break;
            }
            self.open.pop();
            self.show(closing.start);
            self.read = closing.end;
            self.markup.spans[index].visible.end = self.markup.text.len();
        }
    }
}

/// The place in the source of the visible character that starts at `visible`.
pub(super) fn place_before(pieces: &[Piece], visible: usize) -> usize {
    let next = pieces.partition_point(|piece| piece.visible <= visible);
    pieces[..next].last().map_or(0, |piece| piece.source + (visible - piece.visible).min(piece.len))
}

/// The place in the source behind the visible character that ends at `visible`.
pub(super) fn place_after(pieces: &[Piece], visible: usize) -> usize {
    let next = pieces.partition_point(|piece| piece.visible < visible);
    pieces[..next].last().map_or(0, |piece| piece.source + (visible - piece.visible).min(piece.len))
}

/// How much of the visible text comes from in front of a place of the source.
pub(super) fn seen(pieces: &[Piece], source: usize) -> usize {
    let next = pieces.partition_point(|piece| piece.source <= source);
    pieces[..next].last().map_or(0, |piece| piece.visible + (source - piece.source).min(piece.len))
}
