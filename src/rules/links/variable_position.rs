//! A variable that is not at the end of an address.

use super::shared;
use crate::rules::prelude::*;
use crate::text::url::Address;

/// `links/variable-position`
pub struct VariablePosition;

impl Rule for VariablePosition {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        let Some(first) = text.variables.list.first().filter(|_| surface == Surface::Url) else { return };
        let (value, address) = (text.value(), Address::split(text.value()));
        // The whole of the variable has to be right before its place can be judged.
        if shared::has_bad_braces(text, first.range.end) {
            return;
        }
        if value.trim() == &value[first.range.clone()] {
            whole(text, first, cx);
        } else if first.range.start < address.host.end {
            domain(text, first, &address, cx);
        } else if text.variables.list.len() == 1 && !value[first.range.end..].trim().is_empty() {
            middle(text, first, cx);
        }
    }
}

fn whole(text: &Text, variable: &Variable, cx: &mut Context<'_>) {
    let name = &text.value()[variable.range.clone()];
    cx.report(cx.mark(text, variable.range.clone()), format!("the whole address is the variable {name}"))
        .help(format!("write your site in front of it, such as `https://shop.example/{name}`"));
}

fn domain(text: &Text, variable: &Variable, address: &Address, cx: &mut Context<'_>) {
    let (value, name) = (text.value(), &text.value()[variable.range.clone()]);
    let place = cx.mark(text, variable.range.clone());
    let before = &value[address.host.start.min(variable.range.start)..variable.range.start];
    let at_end = value[variable.range.end..].trim().is_empty();
    if at_end && before.contains('.') {
        // Nobody has reported yet what Meta says to this one.
        let edits = cx.replace(&text.leaf, variable.range.clone(), &format!("/{name}"));
        cx.report(place, format!("the variable {name} touches the domain, so a value can change where it leads"))
            .severity(Severity::Warning)
            .confidence(Confidence::Medium)
            .help(format!("write a `/` between `{before}` and {name}"))
            .unsafe_fix(format!("write `/` in front of {name}"), edits);
    } else {
        cx.report(place, format!("the variable {name} stands in the domain, which has to be the same for everybody"))
            .help(format!("write the domain as it is, and move {name} to the end of the address"));
    }
}

fn middle(text: &Text, variable: &Variable, cx: &mut Context<'_>) {
    let name = &text.value()[variable.range.clone()];
    let behind = text.value()[variable.range.end..].trim_end();
    let only_slash = behind == "/";
    let edits =
        if only_slash { cx.replace(&text.leaf, variable.range.end..text.value().len(), "") } else { Vec::new() };
    let finding = cx
        .report(cx.mark(text, variable.range.clone()), format!("the variable {name} is not at the end of the address"))
        .help(format!("move {name} to the very end, so that `{behind}` stands before it"));
    if only_slash {
        finding.help("take the `/` behind it out").unsafe_fix("take the last `/` out", edits);
    }
}
