//! Samples by name for numbered variables, or in a list for named ones.

use super::{shared, shared_samples};
use crate::rules::prelude::*;

/// `variables/example-format`
pub struct ExampleFormat;

impl Rule for ExampleFormat {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        for part in shared_samples::texts(variant, cx).into_iter().filter(|part| part.surface != Surface::Url) {
            let Some(example) = part.example.filter(|example| !example.samples.is_empty()) else { continue };
            let Some(style) = shared::style_of_all(part.text).filter(|style| *style != example.format) else {
                continue;
            };
            let what = part.surface.name();
            let (message, help) = match style {
                ParameterFormat::Named => {
                    ("has names for its variables, and its samples have none", by_name(part, template))
                }
                ParameterFormat::Positional => {
                    ("has numbers for its variables, and its samples have names", in_order(part, template))
                }
            };
            cx.report(cx.at(example.key), format!("the {what} {message}"))
                .component(part.surface.component())
                .help(help);
        }
    }
}

fn by_name(part: Sampled<'_>, template: &Template) -> String {
    let first = shared::distinct(part.text).first().copied().unwrap_or("name");
    match (template.form, part.surface) {
        (Form::Authoring, _) => format!("write each sample with its name, as in `example: {{{first}: ...}}`"),
        (Form::Graph, Surface::Header) => format!("use `header_text_named_params`, with {first:?} as `param_name`"),
        (Form::Graph, _) => format!("use `body_text_named_params`, and {first:?} as the first `param_name`"),
    }
}

fn in_order(part: Sampled<'_>, template: &Template) -> String {
    match (template.form, part.surface) {
        (Form::Authoring, _) => "write them as a list, in the order of the numbers".to_owned(),
        (Form::Graph, Surface::Header) => "use `header_text`, and a list with the sample".to_owned(),
        (Form::Graph, _) => "use `body_text`, and a list in a list: `[[...]]`".to_owned(),
    }
}
