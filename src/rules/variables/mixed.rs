//! Numbered and named variables in one template.

use super::shared;
use crate::rules::prelude::*;

/// `variables/mixed`
pub struct Mixed;

impl Rule for Mixed {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(((first_part, first, others), (part, variable, style))) = shared::odd_one(variant, template) else {
            return;
        };
        let (style, others) = (shared::style_name(style), shared::style_name(others));
        let written = shared::written(part.text, variable);
        let place = cx.mark(first_part.text, first.range.clone());
        let message = format!("{written} is {style}, and other variables of this template are {others}");
        cx.report(cx.mark(part.text, variable.range.clone()), message)
            .component(part.surface.component())
            .help("write all variables of a template with numbers, or all with names")
            .related(place, format!("this one is {others}"));
    }
}
