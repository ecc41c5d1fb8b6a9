//! A variant with more or fewer buttons.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/button-count`
pub struct ButtonCount;

impl Rule for ButtonCount {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::ButtonCount, cx);
    }
}
