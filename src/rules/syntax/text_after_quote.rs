//! Text behind a closing quote.

use crate::rules::prelude::*;
use crate::syntax::PitfallKind;

use super::shared;

/// `syntax/text-after-quote`
pub struct TextAfterQuote;

impl Rule for TextAfterQuote {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        shared::tell_pitfalls(
            file,
            PitfallKind::Quote,
            "YAML ends a value at its closing quote, and more text stands behind it",
            cx,
        );
    }
}
