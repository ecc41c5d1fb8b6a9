//! A link that a variant does not have.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/link-missing`
pub struct LinkMissing;

impl Rule for LinkMissing {
    fn run(&self, _files: &[File], cx: &mut Context<'_>) {
        shared::tell(Kind::LinkMissing, cx);
    }
}
