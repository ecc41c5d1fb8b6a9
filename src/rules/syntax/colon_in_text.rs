//! A text that holds a colon and a blank.

use crate::rules::prelude::*;
use crate::syntax::PitfallKind;

use super::shared;

/// `syntax/colon-in-text`
pub struct ColonInText;

impl Rule for ColonInText {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        shared::tell_pitfalls(
            file,
            PitfallKind::Colon,
            "YAML takes a colon with a blank behind it for the end of a key, so this value needs quotes",
            cx,
        );
    }
}
