//! Tabs, or many blanks in a row.

use std::ops::Range;

use super::shared;
use crate::rules::prelude::*;
use crate::text::wording::counted;
use crate::text::words;

/// `body/blank-runs`
pub struct BlankRuns;

impl Rule for BlankRuns {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        let value = text.value();
        if !shared::is_body(surface) || words::is_blank(value) {
            return;
        }
        let runs: Vec<Range<usize>> =
            words::runs_of_blanks(value).map(|run| on_last_line(value, run)).filter(|run| is_odd(value, run)).collect();
        let Some(first) = runs.first() else { return };
        let blanks = &value[first.clone()];
        let what = match blanks.matches('\t').count() {
            0 => format!("{} in a row", counted(blanks.len(), "blank")),
            tabs => counted(tabs, "tab"),
        };
        let more =
            if runs.len() > 1 { format!(", and more of that in {}", places(runs.len() - 1)) } else { String::new() };
        let edits = runs.iter().flat_map(|run| cx.replace(&text.leaf, run.clone(), " ")).collect();
        cx.report(cx.mark(text, first.clone()), format!("the {} has {what}{more}", surface.name()))
            .help("write a single blank; columns do not line up in a message anyway")
            .safe_fix("write single blanks", edits);
    }
}

fn places(count: usize) -> String {
    if count == 1 { "another place".to_owned() } else { format!("{count} other places") }
}

/// Blanks before a line break are at the end of a line, where nobody sees them.
fn on_last_line(text: &str, run: Range<usize>) -> Range<usize> {
    shared::breaks(text, &run).map_or(run.start, |(_, last)| last + 1)..run.end
}

fn is_odd(text: &str, run: &Range<usize>) -> bool {
    let blanks = &text[run.clone()];
    run.end < text.len() && (blanks.contains('\t') || blanks.len() > limits::CONSECUTIVE_SPACES.count())
}
