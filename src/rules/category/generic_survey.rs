//! A survey about nothing in particular, filed as UTILITY.

use super::shared;
use crate::category::Cause;
use crate::rules::prelude::*;

/// `category/generic-survey`
pub struct GenericSurvey;

impl Rule for GenericSurvey {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(reading) = shared::promotional(Cause::Survey, variant, template, cx) else { return };
        shared::report(&reading, template, "this survey names no order, visit or chat of the reader's", cx)
            .help(Cause::Survey.advice());
    }
}
