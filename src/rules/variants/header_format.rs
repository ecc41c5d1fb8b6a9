//! A variant whose header shows something else.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/header-format`
pub struct HeaderFormat;

impl Rule for HeaderFormat {
    fn run(&self, _files: &[File], cx: &mut Context<'_>) {
        shared::tell(Kind::HeaderFormat, cx);
    }
}
