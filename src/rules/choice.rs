//! A value of a closed list that is none of its names.

use crate::rules::prelude::*;
use crate::text::similar::nearest;
use crate::text::wording::any_of;

/// Says that a value is none of the `known` names: with the one that was probably meant as an unsafe fix, else with
/// all of them behind `verb` ("write", "choose").
pub fn unknown(leaf: &Leaf, message: String, known: &[&'static str], verb: &str, cx: &mut Context<'_>) {
    let near = nearest(&leaf.value, known.iter().copied());
    let edits = near.map_or_else(Vec::new, |near| cx.replace(leaf, 0..leaf.value.len(), near));
    let finding = cx.report(cx.leaf(leaf), message);
    match near {
        Some(near) => {
            finding.help(format!("did you mean `{near}`?")).unsafe_fix(format!("write `{near}`"), edits);
        }
        None => {
            finding.help(choose(known, verb));
        }
    }
}

/// `write `a`, `b` or `c``
pub fn choose(known: &[&str], verb: &str) -> String {
    let names: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
    format!("{verb} {}", any_of(&names))
}
