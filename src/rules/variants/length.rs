//! A text that is much longer than its sibling, and near its limit.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/length`
pub struct Length;

impl Rule for Length {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::Length, cx);
    }
}
