//! A text that starts with `>` or `|`.

use crate::rules::prelude::*;
use crate::syntax::PitfallKind;

use super::shared;

/// `syntax/leading-block`
pub struct LeadingBlock;

impl Rule for LeadingBlock {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        shared::tell_pitfalls(
            file,
            PitfallKind::Block,
            "YAML takes a `>` or `|` at the start of a value for the start of a block whose text stands on the next lines",
            cx,
        );
    }
}
