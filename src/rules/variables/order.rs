//! Numbered variables that stand in another order than they count, or twice.

use super::shared;
use crate::rules::prelude::*;

/// `variables/order`
pub struct Order;

impl Rule for Order {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        let numbered = shared::style_of_all(text) == Some(ParameterFormat::Positional);
        if !numbered || !shared::takes_variables(surface) || shared::is_crowded(text, surface) {
            return;
        }
        // Numbers that leave some out are told as that.
        if (1..).zip(shared::numbers(text)).all(|(wanted, number)| wanted == number) {
            tell_first_out_of_order(text, cx);
            tell_repeated(text, cx);
        }
    }
}

fn tell_first_out_of_order(text: &Text, cx: &mut Context<'_>) {
    let list = &text.variables.list;
    let mut next = 1;
    for variable in list {
        let number = shared::number(text, variable).unwrap_or(next);
        if number > next {
            let later = list.iter().find(|other| shared::number(text, other) == Some(next));
            let later = later.map(|later| cx.mark(text, later.range.clone()));
            let message = format!("{} stands before {{{{{next}}}}}", shared::written(text, variable));
            let finding = cx.report(cx.mark(text, variable.range.clone()), message);
            finding.help("number the variables in the order of the text, and give their values in that order too");
            if let Some(place) = later {
                finding.related(place, format!("{{{{{next}}}}} stands here"));
            }
            return;
        }
        next = next.max(number + 1);
    }
}

fn tell_repeated(text: &Text, cx: &mut Context<'_>) {
    for (first, again) in shared::repeated(text) {
        let message = format!("{} stands in the text twice", shared::written(text, again));
        let place = cx.mark(text, first.range.clone());
        cx.report(cx.mark(text, again.range.clone()), message)
            .severity(Severity::Note)
            .outcome(Outcome::Advice)
            .help("both get the same value; give it a number of its own if its value can differ")
            .related(place, "the first one is here");
    }
}
