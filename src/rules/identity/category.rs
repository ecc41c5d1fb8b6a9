//! A category that does not exist.

use crate::policy::{LegacyCategory, Standing};
use crate::rules::choice;
use crate::rules::prelude::*;

/// `identity/category`
pub struct Category;

impl Rule for Category {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        let Some(leaf) = template.category.as_ref().filter(|leaf| !leaf.value.trim().is_empty()) else { return };
        let known = policy::value(policy::CATEGORIES, &leaf.value);
        match known.map(|value| value.standing) {
            Some(Standing::Documented) => {}
            Some(_) => not_for_businesses(leaf, cx),
            None => match legacy(leaf) {
                Some(former) => out_of_use(leaf, former, cx),
                None => unknown(leaf, cx),
            },
        }
    }
}

fn legacy(leaf: &Leaf) -> Option<&'static LegacyCategory> {
    let written = leaf.upper().replace([' ', '-'], "_");
    policy::LEGACY_CATEGORIES.iter().find(|former| former.name == written)
}

fn not_for_businesses(leaf: &Leaf, cx: &mut Context<'_>) {
    cx.report(cx.leaf(leaf), format!("{} is not a category that a business can use", leaf.upper()))
        .severity(Severity::Warning)
        .confidence(Confidence::Low)
        .help(choose());
}

fn out_of_use(leaf: &Leaf, former: &LegacyCategory, cx: &mut Context<'_>) {
    let edits = cx.replace(leaf, 0..leaf.value.len(), former.replacement);
    let LegacyCategory { name, replacement, version, removed } = former;
    cx.report(cx.leaf(leaf), format!("the category {name} is gone since version {version} of {removed}"))
        .help(format!("write `{replacement}`, or MARKETING if the message promotes something"))
        .unsafe_fix(format!("write `{replacement}`"), edits);
}

fn unknown(leaf: &Leaf, cx: &mut Context<'_>) {
    let message = format!("there is no category `{}`", leaf.value.trim());
    choice::unknown(leaf, message, &documented(), "choose", cx);
}

fn choose() -> String {
    choice::choose(&documented(), "choose")
}

fn documented() -> Vec<&'static str> {
    let offered = policy::CATEGORIES.iter().filter(|value| value.standing == Standing::Documented);
    offered.map(|value| value.name).collect()
}
