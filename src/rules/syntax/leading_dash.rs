//! A text that starts with `- ` or `? `.

use crate::rules::prelude::*;
use crate::syntax::PitfallKind;

use super::shared;

/// `syntax/leading-dash`
pub struct LeadingDash;

impl Rule for LeadingDash {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        shared::tell_pitfalls(
            file,
            PitfallKind::Item,
            "YAML takes a `- ` or `? ` at the start of a value for an item of a list, not for text",
            cx,
        );
    }
}
