//! What became of a text: which bytes of it are still there, and what was written between them.

use std::ops::Range;

/// One edit of a text: what is replaced, and by what.
pub type Replacement<'e> = (Range<usize>, &'e str);

/// A stretch of the text as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    /// Bytes of the original.
    Kept(Range<usize>),
    /// Written by a fix.
    Written(String),
}

/// A stretch that differs: its bytes in the original and in the new text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// In the original.
    pub old: Range<usize>,
    /// In the new text.
    pub new: Range<usize>,
}

/// A text that is edited in rounds.
#[derive(Clone, Debug)]
pub struct Track {
    pieces: Vec<Piece>,
}

/// Writes each replacement into the text. They ascend and do not overlap.
pub fn apply(text: &str, replacements: &[Replacement<'_>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut copied = 0;
    for (range, new) in replacements {
        out.push_str(&text[copied..range.start]);
        out.push_str(new);
        copied = range.end;
    }
    out.push_str(&text[copied..]);
    out
}

impl Track {
    /// A text of that many bytes, as it was read.
    pub fn new(length: usize) -> Self {
        Self { pieces: vec![Piece::Kept(0..length)] }
    }

    /// Notes replacements in the text as it is now. They ascend and do not overlap.
    pub fn edit(&mut self, replacements: &[Replacement<'_>]) {
        let mut pieces = Vec::with_capacity(self.pieces.len() + 2 * replacements.len());
        let mut edits = replacements.iter().peekable();
        let mut at = 0;
        for piece in self.pieces.drain(..) {
            let end = at + piece.len();
            let mut from = at;
            // An insertion at the very end of the text has no piece behind it, and is noted below.
            while let Some((range, new)) = edits.peek().filter(|(range, _)| range.start < end) {
                if range.start >= at {
                    pieces.extend(piece.part(from - at..range.start - at));
                    pieces.push(Piece::Written((*new).to_owned()));
                }
                from = range.end.min(end);
                if range.end > end {
                    break; // Its rest is in the next piece.
                }
                edits.next();
            }
            pieces.extend(piece.part(from - at..end - at));
            at = end;
        }
        pieces.extend(edits.filter(|(range, _)| range.start >= at).map(|(_, new)| Piece::Written((*new).to_owned())));
        self.pieces = pieces;
    }

    /// Where the text differs from the original of that many bytes, in order.
    pub fn regions(&self, length: usize) -> Vec<Region> {
        let mut regions: Vec<Region> = Vec::new();
        let (mut old, mut new, mut written) = (0, 0, 0);
        let end = Piece::Kept(length..length);
        for piece in self.pieces.iter().chain([&end]) {
            match piece {
                Piece::Written(text) => written += text.len(),
                Piece::Kept(range) => {
                    if range.start > old || written > 0 {
                        regions.push(Region { old: old..range.start, new: new..new + written });
                    }
                    new += written + range.len();
                    (old, written) = (range.end, 0);
                }
            }
        }
        regions
    }
}

impl Piece {
    fn len(&self) -> usize {
        match self {
            Self::Kept(range) => range.len(),
            Self::Written(text) => text.len(),
        }
    }

    /// A part of the piece, unless it is empty.
    fn part(&self, range: Range<usize>) -> Option<Self> {
        (!range.is_empty()).then(|| match self {
            Self::Kept(kept) => Self::Kept(kept.start + range.start..kept.start + range.end),
            Self::Written(text) => Self::Written(text[range].to_owned()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn regions(text: &str, rounds: &[&[Replacement<'_>]]) -> (String, Vec<Region>) {
        let (mut now, mut track) = (text.to_owned(), Track::new(text.len()));
        for round in rounds {
            now = apply(&now, round);
            track.edit(round);
        }
        (now, track.regions(text.len()))
    }

    #[test]
    fn edits_of_several_rounds_add_up() {
        // abcdef -> aXXdef -> aXYef -> aXYef!
        let (now, regions) = regions("abcdef", &[&[(1..3, "XX")], &[(2..4, "Y")], &[(5..5, "!")]]);
        assert_eq!(now, "aXYef!");
        assert_eq!(regions, [Region { old: 1..4, new: 1..3 }, Region { old: 6..6, new: 5..6 }]);
    }

    #[test]
    fn a_removal_and_an_insertion_are_regions_too() {
        let (now, regions) = regions("abcdef", &[&[(0..0, "<"), (2..4, "")]]);
        assert_eq!(now, "<abef");
        assert_eq!(regions, [Region { old: 0..0, new: 0..1 }, Region { old: 2..4, new: 3..3 }]);
    }

    proptest::proptest! {
        #[test]
        fn what_is_outside_the_regions_is_as_it_was(
            text in "[a-z\n]{0,30}", rounds in proptest::collection::vec((0..30usize, 0..5usize, "[A-Z\n]{0,4}"), 0..8)
        ) {
            let (mut now, mut track) = (text.clone(), Track::new(text.len()));
            for (start, length, new) in &rounds {
                let start = (*start).min(now.len());
                let edit = [(start..(start + length).min(now.len()), new.as_str())];
                track.edit(&edit);
                now = apply(&now, &edit);
            }
            let mut rebuilt = String::new();
            let mut copied = 0;
            for region in track.regions(text.len()) {
                rebuilt.push_str(&text[copied..region.old.start]);
                proptest::prop_assert_eq!(rebuilt.len(), region.new.start);
                rebuilt.push_str(&now[region.new]);
                copied = region.old.end;
            }
            rebuilt.push_str(&text[copied..]);
            proptest::prop_assert_eq!(rebuilt, now);
        }
    }
}
