//! Samples in a shape that Meta does not take.

use crate::finding::shortened;
use crate::rules::prelude::*;
use crate::syntax::Span;

/// `variables/example-shape`
pub struct ExampleShape;

impl Rule for ExampleShape {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        for misfit in &file.content().misfits {
            let Misfit::ExampleShape { at, expected } = misfit else { continue };
            let template = holder(file, *at);
            let expected = match template.map(|template| template.form) {
                Some(Form::Authoring) => "a list such as `[Ana, A-1042]`, or samples by name such as `{name: Ana}`",
                _ => expected,
            };
            let finding = cx.report(cx.at(*at), "the samples are not written in the way Meta reads them");
            finding.help(format!("write {expected}"));
            finding.template = template.and_then(|template| template.name.as_ref()).map(|name| shortened(&*name.value));
        }
    }
}

/// The template that a place belongs to. Templates stand in the order of the file.
fn holder(file: &File, at: Span) -> Option<&Template> {
    let templates = &file.content().templates;
    let next = templates.partition_point(|template| template.key.start <= at.start);
    templates.get(next.checked_sub(1)?)
}
