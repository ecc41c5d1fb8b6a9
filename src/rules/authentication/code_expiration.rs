//! A code that is valid for no time, or for too long.

use super::shared;
use crate::rules::prelude::*;
use crate::rules::values;

/// `authentication/code-expiration`
pub struct CodeExpiration;

impl Rule for CodeExpiration {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(footer) = variant.footer.as_ref().filter(|_| shared::applies(template)) else { return };
        let Some(field) = footer.fields.get("code_expiration_minutes") else { return };
        let (min, max) = (&limits::CODE_EXPIRATION_MIN, &limits::CODE_EXPIRATION_MAX);
        if let Some(finding) = values::check_minutes(field, min, max, cx) {
            finding.component("footer");
        }
    }
}
