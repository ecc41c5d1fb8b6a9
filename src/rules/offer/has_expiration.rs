//! An offer that does not clearly say whether it ends.

use crate::rules::prelude::*;
use crate::rules::values;

/// `offer/has-expiration`
pub struct HasExpiration;

impl Rule for HasExpiration {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let field = variant.offer.as_ref().and_then(|offer| offer.fields.get("has_expiration"));
        if let Some(field) = field
            && let Some(finding) = values::check_truth(field, cx)
        {
            finding.component("limited_time_offer");
        }
    }
}
