//! A promotional button under a message filed as UTILITY.

use super::shared;
use crate::category::Cause;
use crate::rules::prelude::*;

/// `category/button-promotional`
pub struct ButtonPromotional;

impl Rule for ButtonPromotional {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(reading) = shared::promotional(Cause::Button, variant, template, cx) else { return };
        shared::report(&reading, template, "a button of this UTILITY message sells", cx).help(Cause::Button.advice());
    }
}
