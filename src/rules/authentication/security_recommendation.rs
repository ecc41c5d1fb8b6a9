//! A safety advice that is neither switched on nor off.

use super::shared;
use crate::rules::prelude::*;
use crate::rules::values;

/// `authentication/security-recommendation`
pub struct SecurityRecommendation;

impl Rule for SecurityRecommendation {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(body) = variant.body.as_ref().filter(|_| shared::applies(template)) else { return };
        if let Some(field) = body.fields.get("add_security_recommendation")
            && let Some(finding) = values::check_truth(field, cx)
        {
            finding.component("body");
        }
    }
}
