//! HTML tags.

use super::shared::{self, Kind, Slip};
use crate::rules::prelude::*;

/// `formatting/html`
pub struct Html;

impl Rule for Html {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for slip in shared::slips(Kind::Html, text, surface, cx) {
            let edits = slip.edits(text, cx);
            let written = slip.written(text);
            cx.report(cx.mark(text, slip.range.clone()), format!("`{written}` is HTML, and its tags are shown"))
                .help(help(&slip, text))
                .safe_fix("write it for WhatsApp", edits);
        }
    }
}

fn help(slip: &Slip, text: &Text) -> String {
    match slip.edits.as_slice() {
        [] => "leave the tags out; WhatsApp has `*bold*`, `_italic_`, `~struck~` and line breaks".to_owned(),
        [_] => "begin a new line instead".to_owned(),
        _ => format!("write `{}`", slip.better(text)),
    }
}
