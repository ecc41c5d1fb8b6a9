//! Two or more blank lines in a row.

use super::shared;
use crate::finding::Edit;
use crate::rules::prelude::*;
use crate::syntax::Span;
use crate::text::words;

/// `body/newline-runs`
pub struct NewlineRuns;

impl Rule for NewlineRuns {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if !shared::is_body(surface) {
            return;
        }
        let value = text.value();
        if words::is_blank(value) {
            return;
        }
        for run in words::runs_of_blanks(value) {
            let Some((first, last)) = shared::breaks(value, &run) else { continue };
            let breaks = value[run].matches('\n').count();
            if breaks > limits::CONSECUTIVE_NEWLINES.count() {
                let edits = keep_one(text, first, last, cx);
                cx.report(
                    cx.mark(text, first..last + 1),
                    format!("{} blank lines in a row, and Meta takes one", breaks - 1),
                )
                .help("leave one blank line")
                .safe_fix("leave one blank line", edits);
            }
        }
    }
}

/// Takes away what stands between the first and the last line break, in the file: the lines between them may be
/// indented there.
fn keep_one(text: &Text, first: usize, last: usize, cx: &Context<'_>) -> Vec<Edit> {
    let (first, last) = (cx.mark(text, first..first + 1).span, cx.mark(text, last..last + 1).span);
    if first.end >= last.start {
        return Vec::new();
    }
    vec![Edit { place: cx.at(Span { start: first.end, end: last.start }), text: String::new() }]
}
