//! A text that is the same in two languages.

use super::shared;
use crate::language::{self, Verdict};
use crate::rules::prelude::*;
use crate::variants::{Kind, Member};

/// `variants/untranslated`
pub struct Untranslated;

impl Rule for Untranslated {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell_where(Kind::Untranslated, |member| !is_told_otherwise(member), cx);
    }
}

/// Whether the text by itself says that it is in another language: that is told where the language is looked at.
fn is_told_otherwise(member: &Member<'_>) -> bool {
    language::read(member.variant)
        .is_some_and(|reading| reading.verdict != Verdict::Silent || !reading.passages.is_empty())
}
