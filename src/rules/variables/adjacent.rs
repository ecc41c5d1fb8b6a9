//! Variables with no words between them.

use std::ops::Range;

use super::shared;
use crate::rules::prelude::*;
use crate::text::words;

/// `variables/adjacent`
pub struct Adjacent;

impl Rule for Adjacent {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if !shared::is_own_body(surface, cx) || shared::is_only_variables(text) {
            return;
        }
        let pairs: Vec<(Gap, &Variable, &Variable)> = text
            .variables
            .list
            .windows(2)
            .filter_map(|pair| match pair {
                [a, b] => Some((Gap::of(&text.value()[a.range.end..b.range.start]), a, b)),
                _ => None,
            })
            .collect();
        for group in pairs.chunk_by(|(a, ..), (b, ..)| a == b) {
            if let ([(gap, first, _), ..], [.., (_, _, last)]) = (group, group) {
                tell(text, *gap, first.range.start..last.range.end, group.len() + 1, cx);
            }
        }
    }
}

/// What stands between two variables.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// Nothing, or blanks and formatting marks on one line.
    Nothing,
    /// A line break.
    LineBreak,
    /// Punctuation, signs or emoji.
    Signs,
    /// Something to read.
    Words,
}

impl Gap {
    fn of(between: &str) -> Self {
        let unmarked = between.replace(['*', '_', '~', '`'], "");
        if words::says_something(&unmarked) {
            Self::Words
        } else if !words::is_blank(&unmarked) {
            Self::Signs
        } else if unmarked.contains('\n') {
            Self::LineBreak
        } else {
            Self::Nothing
        }
    }
}

fn tell(text: &Text, gap: Gap, range: Range<usize>, count: usize, cx: &mut Context<'_>) {
    let between = match gap {
        Gap::Nothing => "no text",
        Gap::LineBreak => "only a line break",
        Gap::Signs => "only punctuation",
        Gap::Words => return,
    };
    let ones = if count == 2 { "two variables have".to_owned() } else { format!("{count} variables in a row have") };
    let place = cx.mark(text, range);
    let finding = cx.report(place, format!("{ones} {between} between them"));
    finding.help("write a word between them, or make one variable of them");
    match gap {
        // Meta has approved such bodies.
        Gap::LineBreak => finding.severity(Severity::Warning).confidence(Confidence::Low),
        Gap::Signs => finding.severity(Severity::Note).confidence(Confidence::Low),
        Gap::Nothing | Gap::Words => finding,
    };
}
