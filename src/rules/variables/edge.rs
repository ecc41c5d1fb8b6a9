//! A body that starts or ends with a variable.

use crate::rules::prelude::*;
use crate::text::emoji;

/// `variables/edge`
pub struct Edge;

impl Rule for Edge {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        let variables = &text.variables.list;
        let (Surface::Body, [first, .., last] | [first @ last]) = (surface, variables.as_slice()) else { return };
        let before = &text.value()[..first.range.start];
        let after = &text.value()[last.range.end..];
        let (leading, trailing) = (!says_something(before), !says_something(after));
        if leading {
            tell(text, first, "starts", before, cx);
        }
        if trailing && !(leading && variables.len() == 1) {
            tell(text, last, "ends", after, cx);
        }
    }
}

/// Whether there is a letter or a digit: blanks, punctuation, formatting marks and emoji do not count as text.
fn says_something(edge: &str) -> bool {
    // Some pictographs, such as the blood-group letters, count as letters in Unicode.
    edge.chars().any(|character| character.is_alphanumeric() && !('\u{1F100}'..='\u{1FAFF}').contains(&character))
}

fn tell(text: &Text, variable: &Variable, verb: &str, edge: &str, cx: &mut Context<'_>) {
    let place = cx.mark(text, variable.range.clone());
    let name = &text.value()[variable.range.clone()];
    let nothing_else =
        if edge.trim().is_empty() { "" } else { "; punctuation and formatting marks do not count as text" };
    let only_emoji = emoji::contains(edge);
    let finding = cx.report(place, format!("the body {verb} with the variable {name}{nothing_else}"));
    let side = if verb == "starts" { "before" } else { "behind" };
    if only_emoji {
        // Nobody has seen yet whether Meta takes an emoji for text.
        finding.severity(Severity::Warning).confidence(Confidence::Low);
        finding.message = format!("only an emoji stands {side} the variable {name}, and Meta may not count it as text");
    }
    finding.help(format!("write a word or more {side} {name}, such as a greeting or who is writing"));
}
