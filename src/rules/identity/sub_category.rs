//! A sub-category that does not exist, or that is not to be sent.

use crate::rules::prelude::*;

use super::shared_values::check;

/// `identity/sub-category`
pub struct SubCategory;

impl Rule for SubCategory {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        check(template, "sub_category", policy::SUB_CATEGORIES, cx);
    }
}
