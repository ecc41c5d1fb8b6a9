//! A link that leads to another site.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/link-domain`
pub struct LinkDomain;

impl Rule for LinkDomain {
    fn run(&self, _files: &[File], cx: &mut Context<'_>) {
        shared::tell(Kind::LinkDomain, cx);
    }
}
