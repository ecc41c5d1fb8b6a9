//! A text that starts with `@`.

use crate::rules::prelude::*;
use crate::syntax::PitfallKind;

use super::shared;

/// `syntax/leading-at`
pub struct LeadingAt;

impl Rule for LeadingAt {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        shared::tell_pitfalls(
            file,
            PitfallKind::At,
            "YAML does not allow a `@` at the start of a value without quotes",
            cx,
        );
    }
}
