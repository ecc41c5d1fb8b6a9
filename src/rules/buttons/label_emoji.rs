//! An emoji in a button label.

use crate::finding::Edit;
use crate::rules::prelude::*;
use crate::text::emoji;

/// `buttons/label-emoji`
pub struct LabelEmoji;

impl Rule for LabelEmoji {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if surface != Surface::Label {
            return;
        }
        for emoji in emoji::find(text.value()) {
            let edits = removal(text, emoji.clone(), cx);
            cx.report(cx.mark(text, emoji.clone()), format!("the button label has the emoji {}", &text.value()[emoji]))
                .help("take it out; emoji can stand in the body")
                .unsafe_fix("take the emoji out", edits);
        }
    }
}

/// Takes an emoji out with the blanks on one side of it. Nothing where the label would be empty.
fn removal(text: &Text, emoji: std::ops::Range<usize>, cx: &Context<'_>) -> Vec<Edit> {
    let (before, after) = (&text.value()[..emoji.start], &text.value()[emoji.end..]);
    if before.trim().is_empty() && after.trim().is_empty() {
        return Vec::new();
    }
    let range = if after.trim().is_empty() {
        before.trim_end().len()..text.value().len()
    } else {
        emoji.start..text.value().len() - after.trim_start().len()
    };
    cx.replace(&text.leaf, range, "")
}
