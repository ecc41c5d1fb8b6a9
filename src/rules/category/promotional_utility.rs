//! A message filed as UTILITY that promotes.

use super::shared;
use crate::category::Cause;
use crate::rules::prelude::*;

/// `category/promotional-utility`
pub struct PromotionalUtility;

impl Rule for PromotionalUtility {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(reading) = shared::promotional(Cause::Promotion, variant, template, cx) else { return };
        shared::report(&reading, template, "this UTILITY message reads as promotion", cx)
            .help(Cause::Promotion.advice());
    }
}
