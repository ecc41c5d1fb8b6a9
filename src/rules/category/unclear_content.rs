//! A message filed as UTILITY that says nothing without its variables.

use super::shared;
use crate::category::Predicted;
use crate::rules::prelude::*;
use crate::template::Category as Declared;
use crate::text::words;

/// `category/unclear-content`
pub struct UnclearContent;

impl Rule for UnclearContent {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let reading = shared::undecided(Declared::Utility, variant, template, cx);
        let body = variant.body.as_ref().and_then(|body| body.text.as_ref());
        let unclear = reading.filter(|reading| reading.predicted == Predicted::Unclear);
        // An empty body is told by a rule of its own.
        let Some(text) = unclear.and(body).filter(|text| words::says_something(text.value())) else { return };
        // That there are too few words for the variables is told by another rule.
        if text.variables.list.len() > 1 || (text.variables.list.len() == 1 && words::count(text.value()).count <= 3) {
            return;
        }
        cx.report(
            cx.whole(text),
            "nobody can tell from these words what the message is about, and Meta files that as MARKETING",
        )
        .component("body")
        .help("write what it is about into the text itself: \"your order {{1}} has arrived\" instead of \"{{1}}\"");
    }
}
