//! A message about the reader's own affairs that promotes as well.

use super::shared;
use crate::category::Cause;
use crate::rules::prelude::*;

/// `category/mixed-content`
pub struct MixedContent;

impl Rule for MixedContent {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(reading) = shared::promotional(Cause::Mixed, variant, template, cx) else { return };
        shared::report(&reading, template, "this UTILITY message promotes beside its news", cx)
            .help(Cause::Mixed.advice());
    }
}
