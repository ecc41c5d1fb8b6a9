//! Blanks at the end of a line, and blank lines at the end of the text.

use std::ops::Range;

use super::shared;
use crate::rules::prelude::*;
use crate::text::wording::counted;
use crate::text::words;

/// `body/trailing-blanks`
pub struct TrailingBlanks;

impl Rule for TrailingBlanks {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        let value = text.value();
        if !shared::is_body(surface) || words::is_blank(value) {
            return;
        }
        let trailing: Vec<Range<usize>> = words::runs_of_blanks(value).flat_map(|run| trailing(value, &run)).collect();
        let Some(first) = trailing.first().cloned() else { return };
        let edits = trailing.iter().flat_map(|range| cx.replace(&text.leaf, range.clone(), "")).collect();
        let message = match trailing.len() {
            1 if first.end == value.len() => {
                format!("the {} ends with {}", surface.name(), what(&value[first.clone()]))
            }
            1 => "a line ends with blanks".to_owned(),
            lines => format!("{} end with blanks", counted(lines, "line")),
        };
        cx.report(cx.mark(text, first), message).help("remove them").safe_fix("remove the blanks", edits);
    }
}

fn what(trailing: &str) -> &'static str {
    if trailing.contains('\n') { "a line break" } else { "blanks" }
}

/// The parts of a run of blanks that stand at the end of a line. Blank lines in a row are told by themselves.
fn trailing(text: &str, run: &Range<usize>) -> Vec<Range<usize>> {
    let at_end = run.end == text.len();
    let breaks = text[run.clone()].bytes().filter(|byte| *byte == b'\n').count();
    // Between two words of a line, as nearly all blanks.
    if breaks == 0 && !at_end || breaks > limits::CONSECUTIVE_NEWLINES.count() {
        return Vec::new();
    }
    if at_end {
        return vec![run.clone()];
    }
    let Some((_, last)) = shared::breaks(text, run) else { return Vec::new() };
    let mut from = run.start;
    let mut parts = Vec::new();
    for line in text[run.start..=last].split_inclusive('\n') {
        let end = from + line.len();
        parts.push(from..end - 1);
        from = end;
    }
    parts.retain(|part| !part.is_empty());
    parts
}
