//! Variables that are not written as `parameter_format` says.

use super::shared;
use crate::rules::prelude::*;

/// `variables/format`
pub struct Format;

impl Rule for Format {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(format) = template.parameter_format().or_else(|| implied(template)) else { return };
        let styled = shared::styled(variant);
        let Some((part, variable, _)) = styled.iter().find(|(_, _, style)| *style != format) else { return };
        if shared::odd_one(variant, template).is_some() {
            return;
        }
        let written = shared::written(part.text, variable);
        let declared = template.parameter_format.as_ref().map(|leaf| cx.leaf(leaf));
        let (message, help) = match (format, declared) {
            (ParameterFormat::Positional, None) => (
                format!("{written} is a name, and without a `parameter_format` Meta expects numbers"),
                format!("add `{}` beside the name of the template, or write numbers such as {{{{1}}}}", named(cx)),
            ),
            (ParameterFormat::Positional, Some(_)) => (
                format!("{written} is a name, and `parameter_format` says that variables are numbered"),
                "set `parameter_format` to `NAMED`, or write numbers such as {{1}}".to_owned(),
            ),
            (ParameterFormat::Named, _) => (
                format!("{written} is a number, and `parameter_format` says that variables have names"),
                "set `parameter_format` to `POSITIONAL`, or write names such as {{order_id}}".to_owned(),
            ),
        };
        let place = cx.mark(part.text, variable.range.clone());
        let finding = cx.report(place, message).component(part.surface.component()).help(help);
        if let Some(declared) = declared {
            finding.related(declared, "it says so here");
        }
    }
}

/// The Graph API takes a template that does not say anything for one with numbers.
fn implied(template: &Template) -> Option<ParameterFormat> {
    (template.parameter_format.is_none() && template.form == Form::Graph).then_some(ParameterFormat::Positional)
}

/// What is to be added, as the file writes it.
fn named(cx: &Context<'_>) -> &'static str {
    let json = cx.file().is_some_and(|file| file.source.is_json());
    if json { "\"parameter_format\": \"NAMED\"" } else { "parameter_format: NAMED" }
}
