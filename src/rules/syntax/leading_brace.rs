//! A text that starts with `{`.

use crate::rules::prelude::*;
use crate::syntax::PitfallKind;

use super::shared;

/// `syntax/leading-brace`
pub struct LeadingBrace;

impl Rule for LeadingBrace {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        shared::tell_pitfalls(
            file,
            PitfallKind::Brace,
            "YAML takes a `{` at the start of a value for a group of keys, not for text",
            cx,
        );
    }
}
