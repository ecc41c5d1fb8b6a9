//! A line break in a button label.

use crate::rules::prelude::*;

/// `buttons/label-newline`
pub struct LabelNewline;

impl Rule for LabelNewline {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        let value = text.value();
        let Some(at) = value.find(['\n', '\r']).filter(|_| surface == Surface::Label) else { return };
        // A label of blanks alone is told as missing.
        if value.trim().is_empty() {
            return;
        }
        let end = at + value[at..].len() - value[at..].trim_start_matches(['\n', '\r']).len();
        let words: Vec<&str> = value.split_whitespace().collect();
        let edits = cx.replace(&text.leaf, 0..value.len(), &words.join(" "));
        cx.report(cx.mark(text, at..end), "the button label has a line break")
            .help("write it on one line")
            .safe_fix("write the label on one line", edits);
    }
}
