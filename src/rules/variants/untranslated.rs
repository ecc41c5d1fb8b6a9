//! A text that is the same in two languages.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/untranslated`
pub struct Untranslated;

impl Rule for Untranslated {
    fn run(&self, _files: &[File], cx: &mut Context<'_>) {
        shared::tell(Kind::Untranslated, cx);
    }
}
