//! A message filed as UTILITY that promotes.

use super::shared::{self, Cause};
use crate::rules::prelude::*;

/// `category/promotional-utility`
pub struct PromotionalUtility;

impl Rule for PromotionalUtility {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(reading) = shared::promotional(Cause::Promotion, variant, template, cx) else { return };
        shared::report(&reading, template, "this UTILITY message reads as promotion", cx).help(
            "say what happened to the reader's own order, account or request, without asking for anything new, or file the template as MARKETING",
        );
    }
}
