//! A variant with more or fewer buttons.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/button-count`
pub struct ButtonCount;

impl Rule for ButtonCount {
    fn run(&self, _files: &[File], cx: &mut Context<'_>) {
        shared::tell(Kind::ButtonCount, cx);
    }
}
