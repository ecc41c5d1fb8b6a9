//! What the rules about bodies have in common.

use std::ops::Range;

use crate::rules::prelude::*;

/// Whether the text is the body of a message or of a card.
pub(super) fn is_body(surface: Surface) -> bool {
    matches!(surface, Surface::Body | Surface::CardBody)
}

/// The first and the last line break of a run of blanks.
pub(super) fn breaks(text: &str, run: &Range<usize>) -> Option<(usize, usize)> {
    // Nearly all runs are a single blank: bytes, because looking for a character has a price of its own.
    let blanks = &text.as_bytes()[run.clone()];
    let is_break = |byte: &u8| *byte == b'\n';
    Some((run.start + blanks.iter().position(is_break)?, run.start + blanks.iter().rposition(is_break)?))
}
