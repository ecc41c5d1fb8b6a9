//! Variables without samples.

use super::{shared, shared_samples};
use crate::rules::prelude::*;
use crate::syntax::Span;
use crate::text::wording::counted;

/// `variables/example-missing`
pub struct ExampleMissing;

impl Rule for ExampleMissing {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        for part in shared_samples::texts(variant, cx) {
            let names = shared::distinct(part.text);
            // Names that are not names need to be put right first: a sample goes by its name.
            let named = part.text.variables.list.iter().any(|variable| shared::style(part.text, variable).is_some());
            let Some(place) = place(part, cx).filter(|_| named) else { continue };
            let what = part.surface.name();
            let message =
                format!("the {what} has {}, and no sample for {}", counted(names.len(), "variable"), it(names.len()));
            let help = format!("add {}", sketch(part, &names, template.form, cx));
            cx.report(cx.at(place), message).component(part.surface.component()).help(help);
        }
    }
}

/// Where the samples belong, if there are none: the key that should hold them, else the component.
fn place(part: Sampled<'_>, cx: &Context<'_>) -> Option<Span> {
    let Some(field) = part.fields.get("example") else { return Some(part.key) };
    let written = cx.file().map_or(Span::default(), |file| file.tree().span(field.value));
    if part.example.is_some_and(|example| !example.samples.is_empty()) || shared_samples::is_misshapen(written, cx) {
        return None;
    }
    Some(part.example.map_or(field.key, |example| example.key))
}

fn it(count: usize) -> &'static str {
    if count == 1 { "it" } else { "them" }
}

/// What is to be added, in the words of the file.
fn sketch(part: Sampled<'_>, names: &[&str], form: Form, cx: &Context<'_>) -> String {
    let json = cx.file().is_some_and(|file| file.source.is_json());
    let key = |name: &str| if json { format!("\"{name}\": ") } else { format!("{name}: ") };
    let names = names.get(..MOST_SHOWN).unwrap_or(names);
    let named = shared::style_of_all(part.text) == Some(ParameterFormat::Named) && part.surface != Surface::Url;
    let each = |show: &dyn Fn(&str) -> String| names.iter().map(|name| show(name)).collect::<Vec<_>>().join(", ");
    let list = each(&|_| "\"...\"".to_owned());
    let kind = if part.surface == Surface::Header { "header_text" } else { "body_text" };
    let samples = match (form, part.surface) {
        (_, Surface::Url) => format!("[{list}]"),
        (Form::Authoring, _) if named => format!("{{{}}}", each(&|name| format!("{}\"...\"", key(name)))),
        (Form::Authoring, _) => format!("[{list}]"),
        (Form::Graph, _) if named => {
            let params = each(&|name| format!("{{{}\"{name}\", {}\"...\"}}", key("param_name"), key("example")));
            format!("{{{}[{params}]}}", key(&format!("{kind}_named_params")))
        }
        (Form::Graph, Surface::Header) => format!("{{{}[{list}]}}", key(kind)),
        (Form::Graph, _) => format!("{{{}[[{list}]]}}", key(kind)),
    };
    let sample = format!("`{}{samples}`", key("example"));
    // A text that stands for the whole component has no place beside it yet.
    let short = part.fields.0.is_empty();
    if short { format!("{sample}, and write the text as `{}` beside it", key("text").trim_end()) } else { sample }
}

/// Nobody reads more than this.
const MOST_SHOWN: usize = 12;
