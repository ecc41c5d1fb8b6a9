//! A parameter format that does not exist.

use crate::rules::prelude::*;
use crate::text::similar::nearest;
use crate::text::wording::any_of;

/// `identity/parameter-format`
pub struct ParameterFormat;

impl Rule for ParameterFormat {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        let Some(leaf) = &template.parameter_format else { return };
        if policy::value(policy::PARAMETER_FORMATS, &leaf.value).is_some() {
            return;
        }
        let names = policy::PARAMETER_FORMATS.iter().map(|value| value.name);
        let near = nearest(&leaf.value, names.clone());
        let edits = near.map_or_else(Vec::new, |near| cx.replace(leaf, 0..leaf.value.len(), near));
        let message = match leaf.value.trim() {
            "" => "the parameter format is empty".to_owned(),
            written => format!("there is no parameter format `{written}`"),
        };
        let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
        let help = format!("write {}, or leave the key out for POSITIONAL", any_of(&names));
        let finding = cx.report(cx.leaf(leaf), message).help(help);
        if let Some(near) = near {
            finding.unsafe_fix(format!("write `{near}`"), edits);
        }
    }
}
