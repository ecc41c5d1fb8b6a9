//! A text that starts with `%`.

use crate::rules::prelude::*;
use crate::syntax::PitfallKind;

use super::shared;

/// `syntax/leading-percent`
pub struct LeadingPercent;

impl Rule for LeadingPercent {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        shared::tell_pitfalls(
            file,
            PitfallKind::Percent,
            "YAML does not allow a `%` at the start of a value without quotes",
            cx,
        );
    }
}
