//! A template without a category.

use super::shared;
use crate::rules::prelude::*;

/// `identity/category-missing`
pub struct CategoryMissing;

impl Rule for CategoryMissing {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        if let Some(place) = shared::missing(template, "category", template.category.as_ref(), cx) {
            cx.report(place, "the template has no category")
                .help("add `category: UTILITY`, `category: MARKETING` or `category: AUTHENTICATION`");
        }
    }
}
