//! Line breaks of Windows or old Macs.

use crate::rules::prelude::*;
use crate::syntax::Span;

/// `syntax/line-endings`
pub struct LineEndings;

impl Rule for LineEndings {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        let text = file.source.text();
        let Some(first) = text.find('\r') else { return };
        let breaks = text[first..].bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).take(2).count();
        cx.report(cx.at(Span::new(first, first + breaks)), "the lines of this file do not end with a plain line feed")
            .help("save the file with Unix line endings (LF), so that it is the same file for everybody");
    }
}
