//! What the rules about a template's own keys have in common.

use crate::finding::Place;
use crate::rules::prelude::*;

/// Where a key lacks its value: the value if it is blank, the key if it stands alone, else where it would be added.
/// Nothing where there is a value, or one of another kind, which `syntax/wrong-type` tells.
pub(super) fn missing(template: &Template, key: &str, value: Option<&Leaf>, cx: &Context<'_>) -> Option<Place> {
    match (value, template.fields.get(key)) {
        (Some(value), _) => value.value.trim().is_empty().then(|| cx.leaf(value)),
        (None, Some(field)) => cx.is_absent(field).then(|| cx.at(field.key)),
        (None, None) => Some(cx.at(template.key)),
    }
}
