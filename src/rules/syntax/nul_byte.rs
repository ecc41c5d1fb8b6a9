//! A NUL byte.

use crate::input::Trouble;
use crate::rules::prelude::*;
use crate::syntax::Span;

/// `syntax/nul-byte`
pub struct NulByte;

impl Rule for NulByte {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        if file.source.trouble() == Some(&Trouble::Nul) {
            let end = file.source.text().len();
            cx.report(cx.at(Span::at(end)), "a NUL byte stands here, so the file is not a text file")
                .help("remove the byte, or check that this is the right file");
        }
    }
}
