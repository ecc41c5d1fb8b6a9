//! A file that can not be read.

use crate::input::Trouble;
use crate::rules::prelude::*;
use crate::syntax::Span;

/// `syntax/unreadable`
pub struct Unreadable;

impl Rule for Unreadable {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        if let Some(Trouble::Unreadable(reason)) = file.source.trouble() {
            cx.report(cx.at(Span::at(0)), format!("the file can not be read: {reason}"))
                .help("check its name and its permissions");
        }
    }
}
