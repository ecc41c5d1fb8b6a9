//! A span that a finder sees; whether it stays is decided when all of them are known.

use std::ops::Range;

use super::Kind;

/// What could become a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) kind: Kind,
    pub(super) rank: Rank,
    /// With its delimiters.
    pub(super) range: Range<usize>,
    /// The length of the delimiter in front.
    pub(super) opening: u8,
    /// The length of the delimiter behind.
    pub(super) closing: u8,
}

/// Who wins where two candidates cross: the lower one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Mono,
    InlineCode,
    Bullet,
    Hyphen,
    Number,
    Link,
    Emphasis,
    Quote,
}

impl Candidate {
    /// Whether other formatting works inside.
    pub(super) fn is_open(&self) -> bool {
        !matches!(self.rank, Rank::Mono | Rank::InlineCode | Rank::Link)
    }

    /// Whether it is an item of a list.
    pub(super) fn is_item(&self) -> bool {
        matches!(self.rank, Rank::Bullet | Rank::Hyphen | Rank::Number)
    }

    /// The part without the delimiters.
    pub(super) fn content(&self) -> Range<usize> {
        self.range.start + usize::from(self.opening)..self.range.end - usize::from(self.closing)
    }
}
