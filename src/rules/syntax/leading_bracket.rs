//! A text that starts with `[`.

use crate::rules::prelude::*;
use crate::syntax::PitfallKind;

use super::shared;

/// `syntax/leading-bracket`
pub struct LeadingBracket;

impl Rule for LeadingBracket {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        shared::tell_pitfalls(
            file,
            PitfallKind::Bracket,
            "YAML takes a `[` at the start of a value for a list, not for text",
            cx,
        );
    }
}
