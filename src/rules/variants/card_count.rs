//! A variant whose carousel has more or fewer cards.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/card-count`
pub struct CardCount;

impl Rule for CardCount {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::CardCount, cx);
    }
}
