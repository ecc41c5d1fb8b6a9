//! A body that is too long once its samples are filled in.

use std::collections::HashMap;

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
        let named: HashMap<&str, &str> = example.samples.iter().filter_map(of_name).collect();
        let rendered = plain::filled(text.value(), &text.variables.list, |variable| match variable.kind {
            VariableKind::Positional(number) => of_number(example, number),
            _ => named.get(&text.value()[variable.name.clone()]).copied(),
        });
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

fn of_name(sample: &Sample) -> Option<(&str, &str)> {
    Some((&sample.name.as_ref()?.value, &sample.value.value))
}

fn of_number(example: &Example, number: u32) -> Option<&str> {
    let index = usize::try_from(number).ok()?.checked_sub(1)?;
    example.samples.get(index).map(|sample| &*sample.value.value)
}
