//! A category or parameter format in other letters than Meta writes it.

use crate::policy::{Standing, Value};
use crate::rules::prelude::*;

/// `identity/enum-case`
pub struct EnumCase;

impl Rule for EnumCase {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for (leaf, values) in
            [(&template.category, policy::CATEGORIES), (&template.parameter_format, policy::PARAMETER_FORMATS)]
        {
            if let Some(leaf) = leaf {
                tell(leaf, values, cx);
            }
        }
    }
}

fn tell(leaf: &Leaf, values: &'static [Value], cx: &mut Context<'_>) {
    let known = policy::value(values, &leaf.value).filter(|value| value.standing == Standing::Documented);
    let Some(value) = known.filter(|value| value.name != &*leaf.value) else { return };
    let edits = cx.replace(leaf, 0..leaf.value.len(), value.name);
    cx.report(cx.leaf(leaf), format!("`{}` is read as `{}`", leaf.value, value.name))
        .help(format!("write `{}`", value.name))
        .safe_fix(format!("write `{}`", value.name), edits);
}
