//! What the rules about bodies have in common.

use std::ops::Range;

use crate::rules::prelude::*;

/// Whether the text is the body of a message or of a card.
pub(super) fn is_body(surface: Surface) -> bool {
    matches!(surface, Surface::Body | Surface::CardBody)
}

/// The first and the last line break of a run of blanks.
pub(super) fn breaks(text: &str, run: &Range<usize>) -> Option<(usize, usize)> {
    let blanks = &text[run.clone()];
    Some((run.start + blanks.find('\n')?, run.start + blanks.rfind('\n')?))
}
