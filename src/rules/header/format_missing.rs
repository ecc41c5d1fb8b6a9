//! A header that does not say what it is.

use super::shared;
use crate::rules::prelude::*;
use crate::text::wording::any_of;

/// `header/format-missing`
pub struct FormatMissing;

impl Rule for FormatMissing {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        for (header, component) in shared::headers(variant) {
            // A text alone makes it a TEXT header, and a value of another kind is told elsewhere.
            let other = |name| header.fields.get(name).is_some_and(|field| !cx.is_absent(field));
            let blank = header.format_leaf.as_ref().filter(|leaf| leaf.value.trim().is_empty());
            let place = match (&header.format_leaf, blank) {
                (_, Some(leaf)) => cx.leaf(leaf),
                (None, _) if header.format.is_none() && !other("format") && !other("text") => cx.at(header.key),
                _ => continue,
            };
            let names = shared::documented_formats().map(|format| format!("`{format}`")).collect::<Vec<_>>();
            cx.report(place, "the header does not say what it shows")
                .component(component)
                .help(format!("add a `format`: {}", any_of(&names)));
        }
    }
}
