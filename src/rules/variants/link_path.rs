//! A link that leads to another page.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/link-path`
pub struct LinkPath;

impl Rule for LinkPath {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::LinkPath, cx);
    }
}
