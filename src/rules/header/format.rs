//! A header of a format that Meta does not have.

use super::shared;
use crate::policy::Standing;
use crate::rules::prelude::*;
use crate::text::similar::nearest;
use crate::text::wording::any_of;

/// `header/format`
pub struct Format;

impl Rule for Format {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        for (header, component) in shared::headers(variant) {
            let Some(leaf) = header.format_leaf.as_ref().filter(|leaf| !leaf.value.trim().is_empty()) else { continue };
            let known = policy::part(policy::HEADER_FORMATS, &leaf.value);
            match known.map(|part| part.standing) {
                Some(Standing::Refused) => refused(leaf, component, cx),
                None => unknown(leaf, component, cx),
                Some(_) => {}
            }
        }
    }
}

fn refused(leaf: &Leaf, component: &'static str, cx: &mut Context<'_>) {
    let names = shared::documented_formats().map(|format| format!("`{format}`")).collect::<Vec<_>>();
    cx.report(cx.leaf(leaf), format!("{} can not be a header", leaf.upper()))
        .component(component)
        .help(format!("choose {}", any_of(&names)));
}

/// Meta adds formats now and then, so one that is not listed is only a warning.
fn unknown(leaf: &Leaf, component: &'static str, cx: &mut Context<'_>) {
    let near = nearest(&leaf.value, shared::documented_formats());
    let edits = near.map_or_else(Vec::new, |near| cx.replace(leaf, 0..leaf.value.len(), near));
    let names = shared::documented_formats().map(|format| format!("`{format}`")).collect::<Vec<_>>();
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("choose {}", any_of(&names)),
    };
    let finding = cx.report(cx.leaf(leaf), format!("no header has the format `{}`", leaf.value.trim()));
    finding.component(component).severity(Severity::Warning).confidence(Confidence::Medium).help(help);
    if let Some(near) = near {
        finding.unsafe_fix(format!("write `{near}`"), edits);
    }
}
