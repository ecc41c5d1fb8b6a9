//! A message filed as UTILITY that asks for a renewal.

use super::shared;
use crate::category::Cause;
use crate::rules::prelude::*;

/// `category/renewal-request`
pub struct RenewalRequest;

impl Rule for RenewalRequest {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(reading) = shared::promotional(Cause::Renewal, variant, template, cx) else { return };
        shared::report(&reading, template, "this UTILITY message asks the reader to renew", cx)
            .help(Cause::Renewal.advice());
    }
}
