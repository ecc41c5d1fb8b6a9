//! A link that leads to another site.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/link-domain`
pub struct LinkDomain;

impl Rule for LinkDomain {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::LinkDomain, cx);
    }
}
