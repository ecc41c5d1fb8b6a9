//! Samples for a text without variables.

use super::shared_samples;
use crate::rules::prelude::*;
use crate::syntax::Span;

/// `variables/example-unused`
pub struct ExampleUnused;

impl Rule for ExampleUnused {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        for part in shared_samples::texts(variant, cx) {
            let variables = &part.text.variables;
            if !variables.is_empty() || !variables.mistakes.is_empty() {
                continue;
            }
            if let Some(key) = key(part, cx) {
                let what = part.surface.name();
                cx.report(cx.at(key), format!("the {what} has samples, and no variable"))
                    .component(part.surface.component())
                    .help("remove the samples, or write the variables they are for in the text");
            }
        }
    }
}

/// The key of samples that are there.
fn key(part: Sampled<'_>, cx: &Context<'_>) -> Option<Span> {
    let field = part.fields.get("example")?;
    let tree = cx.file()?.tree();
    let told = tree.is_absent(field.value) || shared_samples::is_misshapen(tree.span(field.value), cx);
    (!told).then_some(field.key)
}
