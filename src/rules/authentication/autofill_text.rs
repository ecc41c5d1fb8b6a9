//! The label of the button that fills in a code.

use super::shared;
use crate::rules::length;
use crate::rules::prelude::*;
use crate::text::Variables;

/// `authentication/autofill-text`
pub struct AutofillText;

impl Rule for AutofillText {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        let Some(field) = button.fields.get("autofill_text").filter(|_| shared::is_otp(button, cx)) else { return };
        if shared::needs(button, "supported_apps", cx) == Some(false) {
            cx.report(cx.at(field.key), "a COPY_CODE button fills in no code, so nobody sees its `autofill_text`")
                .severity(Severity::Note)
                .outcome(Outcome::Advice)
                .help("take it out, or use `otp_type: ONE_TAP`");
            return;
        }
        let Some(leaf) = cx.scalar(field) else { return };
        let variables = Variables::parse(&leaf.value);
        let text = Text { leaf, variables };
        if !characters(&text, cx) {
            length::check(&text, "label of the autofill button", &limits::AUTOFILL_TEXT_LENGTH, cx);
        }
    }
}

/// Tells what no label can have. Returns whether there was something.
fn characters(text: &Text, cx: &mut Context<'_>) -> bool {
    let found = text.variables.list.first().map(|variable| (variable.range.clone(), "a variable"));
    let line_break = || text.value().find(['\n', '\r']).map(|at| (at..at + 1, "a line break"));
    let mark = || text.value().find(['*', '~', '`']).map(|at| (at..at + 1, "a formatting mark"));
    let Some((range, what)) = found.or_else(line_break).or_else(mark) else { return false };
    cx.report(cx.mark(text, range), format!("the label of the autofill button has {what} in it"))
        .help("write plain words, such as `Autofill`");
    true
}
