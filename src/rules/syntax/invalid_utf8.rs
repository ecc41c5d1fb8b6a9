//! Bytes that are no text.

use crate::input::Trouble;
use crate::rules::prelude::*;
use crate::syntax::Span;

/// `syntax/invalid-utf8`
pub struct InvalidUtf8;

impl Rule for InvalidUtf8 {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        if file.source.trouble() == Some(&Trouble::InvalidUtf8) {
            let end = file.source.text().len();
            cx.report(cx.at(Span::at(end)), "the bytes from here on are not UTF-8, so the file can not be read")
                .help("save the file as UTF-8; letters such as é or ñ were probably saved in an older encoding");
        }
    }
}
