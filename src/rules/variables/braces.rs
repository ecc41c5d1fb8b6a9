//! Braces that do not make a variable.

use super::shared;
use crate::finding::Finding;
use crate::rules::prelude::*;
use crate::text::{BraceMistake, BraceMistakeKind, Variables};

/// `variables/braces`
pub struct Braces;

impl Rule for Braces {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for mistake in &text.variables.mistakes {
            if !is_told_elsewhere(text, surface, mistake) {
                tell(text, mistake, cx).meta = shared::wrong_form(surface);
            }
        }
    }
}

/// Where no variable may stand at all, a damaged one is told as a variable.
fn is_told_elsewhere(text: &Text, surface: Surface, mistake: &BraceMistake) -> bool {
    !shared::takes_variables(surface)
        && text.variables.list.binary_search_by_key(&mistake.range.start, |variable| variable.range.start).is_ok()
}

fn tell<'c>(text: &Text, mistake: &BraceMistake, cx: &'c mut Context<'_>) -> &'c mut Finding {
    let written = &text.value()[mistake.range.clone()];
    let inside = written.trim_matches(['{', '}']).trim();
    let numbered = inside.bytes().all(|byte| byte.is_ascii_digit());
    let right = format!("{{{{{inside}}}}}");
    let message = match mistake.kind {
        BraceMistakeKind::Single => format!("{written} has one brace on each side, and a variable has two"),
        BraceMistakeKind::Unbalanced if inside.is_empty() => format!("the braces {written} have no partner"),
        BraceMistakeKind::Unbalanced => format!("{written} does not have two braces on each side"),
        BraceMistakeKind::TooMany => format!("{written} has more than two braces on each side"),
        BraceMistakeKind::Empty => format!("{written} has neither a number nor a name between its braces"),
    };
    let edits =
        if makes_a_variable(&right) { cx.replace(&text.leaf, mistake.range.clone(), &right) } else { Vec::new() };
    let finding = cx.report(cx.mark(text, mistake.range.clone()), message);
    match mistake.kind {
        BraceMistakeKind::Empty => finding.help("write the number or the name of the variable, such as `{{1}}`"),
        BraceMistakeKind::Unbalanced if inside.is_empty() => {
            finding.help("write a variable as `{{1}}` or `{{name}}`, or leave the braces out")
        }
        _ => finding.help(format!("write `{right}`")),
    };
    if mistake.kind == BraceMistakeKind::Single && !numbered {
        // People do write words in braces, and then they are shown as they are written.
        finding
            .severity(Severity::Warning)
            .confidence(Confidence::Medium)
            .outcome(Outcome::Rendering)
            .help(format!("write `{right}` if a value belongs here; as it stands, people see the braces"));
    }
    finding.unsafe_fix(format!("write `{right}`"), edits)
}

fn makes_a_variable(written: &str) -> bool {
    let read = Variables::parse(written);
    read.mistakes.is_empty() && matches!(read.list.as_slice(), [only] if only.kind != VariableKind::Invalid)
}
