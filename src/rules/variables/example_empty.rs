//! Samples with nothing in them.

use super::shared_samples;
use crate::rules::prelude::*;

/// `variables/example-empty`
pub struct ExampleEmpty;

impl Rule for ExampleEmpty {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        for (part, sample) in shared_samples::samples(variant, cx) {
            if shared_samples::is_empty(sample, cx) {
                let which = sample.name.as_ref().map_or_else(String::new, |name| format!(" for `{}`", name.value));
                cx.report(cx.leaf(&sample.value), format!("the sample{which} is empty"))
                    .component(part.surface.component())
                    .help("write a value as a reader would see it, such as a name or an order number");
            }
        }
    }
}
