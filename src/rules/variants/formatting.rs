//! A variable that has lost its formatting.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/formatting`
pub struct Formatting;

impl Rule for Formatting {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::Formatting, cx);
    }
}
