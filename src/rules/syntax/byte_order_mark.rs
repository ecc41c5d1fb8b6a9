//! A mark in front of the text.

use crate::rules::prelude::*;
use crate::syntax::Span;

/// `syntax/byte-order-mark`
pub struct ByteOrderMark;

impl Rule for ByteOrderMark {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        if file.source.has_byte_order_mark() {
            cx.report(cx.at(Span::at(0)), "the file starts with a byte order mark, which some tools take for text")
                .help("save the file as UTF-8 without a byte order mark");
        }
    }
}
