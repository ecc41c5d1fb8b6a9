//! A text with far more or far fewer emoji.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/emoji`
pub struct Emoji;

impl Rule for Emoji {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::Emoji, cx);
    }
}
