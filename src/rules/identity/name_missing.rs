//! A template without a name.

use super::shared;
use crate::rules::prelude::*;

/// `identity/name-missing`
pub struct NameMissing;

impl Rule for NameMissing {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        if let Some(place) = shared::missing(template, "name", template.name.as_ref(), cx) {
            cx.report(place, "the template has no name")
                .help("add a `name` of lower-case letters, digits and underscores, such as `order_shipped`");
        }
    }
}
