//! A file in UTF-16.

use crate::input::Trouble;
use crate::rules::prelude::*;
use crate::syntax::Span;

/// `syntax/utf-16`
pub struct Utf16;

impl Rule for Utf16 {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        if file.source.trouble() == Some(&Trouble::Utf16) {
            let end = file.source.text().len();
            cx.report(cx.at(Span::at(end)), "the file is encoded as UTF-16 and can not be read")
                .help("save it as UTF-8");
        }
    }
}
