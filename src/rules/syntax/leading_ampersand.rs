//! A text that starts with `&`.

use crate::rules::prelude::*;
use crate::syntax::PitfallKind;

use super::shared;

/// `syntax/leading-ampersand`
pub struct LeadingAmpersand;

impl Rule for LeadingAmpersand {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        shared::tell_pitfalls(
            file,
            PitfallKind::Ampersand,
            "YAML takes a word that starts with `&` for a label and drops it from the text",
            cx,
        );
    }
}
