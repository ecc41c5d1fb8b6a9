//! A text that starts with `!`.

use crate::rules::prelude::*;
use crate::syntax::PitfallKind;

use super::shared;

/// `syntax/leading-exclamation`
pub struct LeadingExclamation;

impl Rule for LeadingExclamation {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        shared::tell_pitfalls(
            file,
            PitfallKind::Exclamation,
            "YAML takes a word that starts with `!` for the name of a type and drops it from the text",
            cx,
        );
    }
}
