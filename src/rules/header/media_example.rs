//! A picture, film or document without a sample.

use super::shared;
use crate::rules::prelude::*;

/// `header/media-example`
pub struct MediaExample;

impl Rule for MediaExample {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        for (header, component) in shared::headers(variant) {
            let Some(format) = header.format.filter(|format| format.is_media()) else { continue };
            let given = header.handles.iter().any(|handle| !handle.value.trim().is_empty());
            if given || header.media.is_some() || has_a_misshapen_example(header, template.form, cx) {
                continue;
            }
            let help = match template.form {
                Form::Authoring => "add `media` with the path of a local file, or `example` with an upload handle",
                Form::Graph => "add `example: {header_handle: [...]}` with a handle of the Resumable Upload API",
            };
            cx.report(cx.at(header.key), format!("the {} header has no sample file", format.name()))
                .component(component)
                .help(help);
        }
    }
}

/// Samples that are no group of keys are told as such.
fn has_a_misshapen_example(header: &Header, form: Form, cx: &Context<'_>) -> bool {
    let is_group = |field: &Field| cx.file().is_some_and(|file| file.tree().entries(field.value).is_some());
    let example = header.fields.get("example").filter(|field| !cx.is_absent(field));
    form == Form::Graph && example.is_some_and(|field| !is_group(field))
}
