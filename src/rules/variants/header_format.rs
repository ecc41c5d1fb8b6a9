//! A variant whose header shows something else.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/header-format`
pub struct HeaderFormat;

impl Rule for HeaderFormat {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::HeaderFormat, cx);
    }
}
