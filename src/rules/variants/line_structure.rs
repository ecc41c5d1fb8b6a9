//! A text with far more or far fewer lines.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/line-structure`
pub struct LineStructure;

impl Rule for LineStructure {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::LineStructure, cx);
    }
}
