//! Blanks between the braces and the name of a variable.

use super::shared;
use crate::finding::Finding;
use crate::rules::prelude::*;

/// `variables/padded`
pub struct Padded;

impl Rule for Padded {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if !shared::takes_variables(surface) {
            return;
        }
        for variable in &text.variables.list {
            // A name that is wrong too is told as a name, and its fix leaves the blanks out.
            let told = variable.kind == VariableKind::Invalid || shared::is_damaged(text, &variable.range);
            if variable.padded && !told {
                tell(text, variable, cx).meta = shared::wrong_form(surface);
            }
        }
    }
}

fn tell<'c>(text: &Text, variable: &Variable, cx: &'c mut Context<'_>) -> &'c mut Finding {
    let (written, name) = (shared::written(text, variable), shared::name(text, variable));
    let edits = cx.replace(&text.leaf, shared::inside(variable), name);
    cx.report(cx.mark(text, variable.range.clone()), format!("the variable {written} has blanks between its braces"))
        .help(format!("write `{{{{{name}}}}}`"))
        .safe_fix(format!("write `{{{{{name}}}}}`"), edits)
}
