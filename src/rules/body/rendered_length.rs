//! A body that is too long once its samples are filled in.

use crate::rules::prelude::*;
use crate::text::plain;
use crate::text::wording::number;

/// `body/rendered-length`
pub struct RenderedLength;

impl Rule for RenderedLength {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let Some(body) = &variant.body else { return };
        let (Some(text), Some(example)) = (&body.text, &body.example) else { return };
        let limit = limits::BODY_LENGTH.count();
        let rendered = plain::filled(text.value(), &text.variables.list, |variable| sample(text, variable, example));
        let characters = rendered.chars().count();
        if characters > limit && text.value().chars().count() <= limit {
            let message =
                format!("with these samples the body has {} of {} characters", number(characters), number(limit));
            cx.report(cx.at(example.key), message)
                .component("body")
                .help(format!("shorten the body or the samples by {}", number(characters - limit)));
        }
    }
}

/// The sample of a variable: the one of its name, or of its number.
fn sample<'e>(text: &Text, variable: &Variable, example: &'e Example) -> Option<&'e str> {
    let name = &text.value()[variable.name.clone()];
    let sample = match variable.kind {
        VariableKind::Positional(number) => example.samples.get(usize::try_from(number).ok()?.checked_sub(1)?),
        _ => example.samples.iter().find(|sample| sample.name.as_ref().is_some_and(|leaf| *leaf.value == *name)),
    };
    sample.map(|sample| &*sample.value.value)
}
