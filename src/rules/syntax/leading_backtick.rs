//! A text that starts with a backtick.

use crate::rules::prelude::*;
use crate::syntax::PitfallKind;

use super::shared;

/// `syntax/leading-backtick`
pub struct LeadingBacktick;

impl Rule for LeadingBacktick {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        shared::tell_pitfalls(
            file,
            PitfallKind::Backtick,
            "YAML does not allow a backtick at the start of a value without quotes",
            cx,
        );
    }
}
