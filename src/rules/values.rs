//! Values that are no texts: `true` or `false`, and whole numbers of minutes.

use crate::finding::{Edit, Finding};
use crate::policy::Limit;
use crate::rules::prelude::*;
use crate::syntax::Style;
use crate::text::wording::number;

/// Whether a value is `true`, written as a truth value is written.
pub fn is_true(field: &Field, cx: &Context<'_>) -> bool {
    cx.scalar(field).is_some_and(|leaf| truth(&leaf) == Truth::Is(true))
}

/// Says that a value is neither `true` nor `false`; offers the one that it looks like.
pub fn check_truth<'c>(field: &Field, cx: &'c mut Context<'_>) -> Option<&'c mut Finding> {
    let name = &field.name;
    let Some(leaf) = cx.scalar(field) else {
        let what = if cx.is_absent(field) { "has no value" } else { "is neither `true` nor `false`" };
        let finding = cx.report(cx.at(field.key), format!("`{name}` {what}"));
        return Some(finding.help("write `true` or `false`"));
    };
    let like = match truth(&leaf) {
        Truth::Is(_) => return None,
        Truth::Like(like) => Some(like),
        Truth::Neither => None,
    };
    let edits = like.filter(|_| !is_block(&leaf)).map_or_else(Vec::new, |like| {
        // With its quotes, so that they go.
        vec![Edit { place: cx.at(leaf.span), text: like.to_string() }]
    });
    let quoted = like.is_some_and(|like| leaf.value.trim() == like.to_string());
    let how = if quoted { " in quotes" } else { "" };
    let message = format!("`{name}` is `{}`{how}, and not `true` or `false`", leaf.value.trim());
    let finding = cx.report(cx.leaf(&leaf), message);
    match like {
        Some(like) => finding
            .severity(Severity::Warning)
            .confidence(Confidence::Medium)
            .help(format!("write {like} without quotes"))
            .safe_fix(format!("write `{like}`"), edits),
        None => finding.help("write `true` or `false`"),
    };
    Some(finding)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Truth {
    Is(bool),
    /// What other tools read as one, and what a person meant as one.
    Like(bool),
    Neither,
}

fn truth(leaf: &Leaf) -> Truth {
    match (leaf.style, leaf.value.trim()) {
        (Style::Plain, "true" | "True" | "TRUE") => Truth::Is(true),
        (Style::Plain, "false" | "False" | "FALSE") => Truth::Is(false),
        (_, word) => match word.to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" | "1" => Truth::Like(true),
            "false" | "no" | "off" | "0" => Truth::Like(false),
            _ => Truth::Neither,
        },
    }
}

fn is_block(leaf: &Leaf) -> bool {
    matches!(leaf.style, Style::Literal | Style::Folded)
}

/// Says that a value is no whole number of minutes, or not between two numbers.
pub fn check_minutes<'c>(field: &Field, min: &Limit, max: &Limit, cx: &'c mut Context<'_>) -> Option<&'c mut Finding> {
    let name = &field.name;
    let between = format!("between {} and {}", number(min.count()), number(max.count()));
    let Some(leaf) = cx.scalar(field).filter(|leaf| !leaf.value.trim().is_empty()) else {
        let finding = cx.report(cx.at(field.key), format!("`{name}` has no number of minutes"));
        return Some(finding.help(format!("write a number {between}")));
    };
    let written = leaf.value.trim();
    let Ok(minutes) = written.parse::<i64>() else {
        let finding = cx.report(cx.leaf(&leaf), format!("`{name}` is `{written}`, and not a whole number of minutes"));
        return Some(finding.help(format!("write a whole number {between}")));
    };
    if (min.value..=max.value).contains(&minutes) {
        return None;
    }
    // Other settings of a template count seconds.
    let in_minutes = Some(minutes / 60).filter(|whole| minutes % 60 == 0 && (min.value..=max.value).contains(whole));
    let edits = in_minutes.map_or_else(Vec::new, |whole| cx.replace(&leaf, 0..leaf.value.len(), &whole.to_string()));
    let finding = cx.report(cx.leaf(&leaf), format!("`{name}` is {minutes}, and must be {between} minutes"));
    match in_minutes {
        Some(whole) => finding
            .help(format!("if these are seconds, write {whole}; else write a number {between}"))
            .unsafe_fix(format!("write `{whole}`"), edits),
        None => finding.help(format!("write a number {between}")),
    };
    Some(finding)
}
