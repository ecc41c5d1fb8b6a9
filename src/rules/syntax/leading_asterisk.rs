//! A text that starts with `*`.

use crate::rules::prelude::*;
use crate::syntax::PitfallKind;

use super::shared;

/// `syntax/leading-asterisk`
pub struct LeadingAsterisk;

impl Rule for LeadingAsterisk {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        shared::tell_pitfalls(
            file,
            PitfallKind::Asterisk,
            "YAML takes a `*` at the start of a value for a reference to another place of the file, not for bold text",
            cx,
        );
    }
}
