//! What the rules about keys with a closed list of values have in common.

use crate::policy::{Standing, Value};
use crate::rules::prelude::*;
use crate::text::similar::nearest;
use crate::text::wording::any_of;

/// Tells a value that is not on Meta's list. Lists grow, so it may be right all the same.
pub(super) fn check(template: &Template, key: &str, values: &'static [Value], cx: &mut Context<'_>) {
    let Some(leaf) = template.fields.get(key).and_then(|field| cx.scalar(field)) else { return };
    match policy::value(values, &leaf.value) {
        None => unknown(&leaf, key, values, cx),
        Some(value) if value.standing == Standing::ReadOnly && !template.is_returned() => {
            cx.report(cx.leaf(&leaf), format!("`{}` is a value that Meta returns, and not one to send", value.name))
                .help(format!("remove `{key}`, or choose {}", choices(values)));
        }
        Some(_) => {}
    }
}

fn unknown(leaf: &Leaf, key: &str, values: &'static [Value], cx: &mut Context<'_>) {
    let near = nearest(&leaf.value, documented(values));
    let edits = near.map_or_else(Vec::new, |near| cx.replace(leaf, 0..leaf.value.len(), near));
    let finding = cx.report(cx.leaf(leaf), format!("`{}` is not on Meta's list for `{key}`", leaf.value.trim()));
    match near {
        Some(near) => {
            finding.help(format!("did you mean `{near}`?")).unsafe_fix(format!("write `{near}`"), edits);
        }
        None => {
            finding.help(format!("choose {}, or remove `{key}`", choices(values)));
        }
    }
}

fn choices(values: &'static [Value]) -> String {
    let names: Vec<String> = documented(values).map(|name| format!("`{name}`")).collect();
    any_of(&names)
}

fn documented(values: &'static [Value]) -> impl Iterator<Item = &'static str> {
    values.iter().filter(|value| value.standing == Standing::Documented).map(|value| value.name)
}
