//! A message without a body.

use crate::rules::prelude::*;
use crate::syntax::Span;
use crate::text::similar::nearest;

/// `body/missing`
pub struct Missing;

impl Rule for Missing {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let fixed = template.category() == Some(Category::Authentication) || template.is_from_library();
        match &variant.body {
            _ if fixed => {}
            Some(body) if body.text.is_none() && !is_misread(body, cx) => {
                let help = match template.form {
                    Form::Authoring => "write the message as `body: ...`, or as `text` below `body`",
                    Form::Graph => "add the message as `text`",
                };
                tell(body.key, "the body has no text", help.to_owned(), cx);
            }
            None if !is_told_elsewhere(template, cx) => {
                let misspelt = variant.others.iter().find(|kind| nearest(&kind.value, ["BODY"]).is_some());
                let help = match (template.form, misspelt) {
                    (_, Some(kind)) => format!("write `BODY` in place of `{}`, if that is meant to be it", kind.value),
                    (Form::Authoring, None) => "add `body: ` and the message".to_owned(),
                    (Form::Graph, None) => {
                        "add a component of the type `BODY` with the message as its `text`".to_owned()
                    }
                };
                tell(variant.key, "the message has no body", help, cx);
            }
            _ => {}
        }
    }
}

fn tell(key: Span, message: &str, help: String, cx: &mut Context<'_>) {
    cx.report(cx.at(key), message).component("body").help(help);
}

/// Whether something else than a text stands where the text of a body belongs.
fn is_misread(body: &Body, cx: &Context<'_>) -> bool {
    let Some(file) = cx.file() else { return false };
    match body.fields.get("text") {
        Some(text) => !file.tree().is_absent(text.value),
        None => body.fields.0.is_empty() && has_wrong_value(body.key, file),
    }
}

/// Whether the value of a key is of the wrong type.
fn has_wrong_value(key: Span, file: &File) -> bool {
    file.content().misfits.iter().any(|misfit| match misfit {
        Misfit::WrongType { at, .. } if key.end <= at.start => {
            file.source.slice(Span { start: key.end, end: at.start }).trim() == ":"
        }
        _ => false,
    })
}

/// Whether something that could be the body could not be read: components without a type, or of the wrong one.
fn is_told_elsewhere(template: &Template, cx: &Context<'_>) -> bool {
    let (Some(file), Some(components)) = (cx.file(), template.fields.get("components")) else {
        // A template without any text is told as that.
        return template.form == Form::Graph;
    };
    let list = file.tree().span(components.value);
    file.content().misfits.iter().any(|misfit| match misfit {
        Misfit::MissingType { at } => list.start <= at.start && at.end <= list.end,
        Misfit::WrongType { at, what, .. } => {
            *at == list || what == "a component" && list.start <= at.start && at.end <= list.end
        }
        _ => false,
    })
}
