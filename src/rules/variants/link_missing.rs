//! A link that a variant does not have.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/link-missing`
pub struct LinkMissing;

impl Rule for LinkMissing {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::LinkMissing, cx);
    }
}
