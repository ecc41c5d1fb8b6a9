//! A variable in a button label.

use crate::rules::prelude::*;

/// `buttons/label-variable`
pub struct LabelVariable;

impl Rule for LabelVariable {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if surface != Surface::Label {
            return;
        }
        let mistakes = &text.variables.mistakes;
        for variable in &text.variables.list {
            // Damaged braces are told as such.
            if mistakes.iter().any(|mistake| mistake.range == variable.range) {
                continue;
            }
            let written = &text.value()[variable.range.clone()];
            cx.report(
                cx.mark(text, variable.range.clone()),
                format!("the button label has the variable {written}, and a label is the same for everybody"),
            )
            .help("write fixed words, and say what differs in the body");
        }
    }
}
