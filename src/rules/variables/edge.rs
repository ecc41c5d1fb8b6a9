//! A body that starts or ends with a variable.

use super::shared;
use crate::rules::prelude::*;
use crate::text::{emoji, words};

/// `variables/edge`
pub struct Edge;

impl Rule for Edge {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        let variables = &text.variables.list;
        let ([first, .., last] | [first @ last]) = variables.as_slice() else { return };
        if !shared::is_own_body(surface, cx) || shared::is_only_variables(text) {
            return;
        }
        let Some((before, after)) = shared::edges(text) else { return };
        if !words::says_something(before) {
            tell(text, first, "starts", before, cx);
        }
        if !words::says_something(after) {
            tell(text, last, "ends", after, cx);
        }
    }
}

fn tell(text: &Text, variable: &Variable, verb: &str, edge: &str, cx: &mut Context<'_>) {
    let place = cx.mark(text, variable.range.clone());
    let name = shared::written(text, variable);
    let nothing_else =
        if words::is_blank(edge) { "" } else { "; punctuation and formatting marks do not count as text" };
    let finding = cx.report(place, format!("the body {verb} with the variable {name}{nothing_else}"));
    let side = if verb == "starts" { "before" } else { "behind" };
    if emoji::contains(edge) {
        // Nobody has seen yet whether Meta takes an emoji for text.
        finding.severity(Severity::Warning).confidence(Confidence::Low);
        finding.message = format!("only an emoji stands {side} the variable {name}, and Meta may not count it as text");
    }
    finding.help(format!("write a word or more {side} {name}, such as a greeting or who is writing"));
}
