//! Parts of other messages in a template for one-time codes.

use super::shared;
use crate::rules::prelude::*;

/// `authentication/unexpected-part`
pub struct UnexpectedPart;

impl Rule for UnexpectedPart {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        if !shared::applies(template) {
            return;
        }
        let parts = [
            (variant.carousel.as_ref().map(|carousel| carousel.key), "carousel", "carousel"),
            (variant.offer.as_ref().map(|offer| offer.key), "limited-time offer", "limited_time_offer"),
            (variant.call_permission_request, "call permission request", "call_permission_request"),
        ];
        for (key, what, component) in parts {
            let Some(key) = key else { continue };
            cx.report(cx.at(key), format!("an AUTHENTICATION template has no {what}"))
                .component(component)
                .help("take it out; such a template has a body, a footer and one OTP button");
        }
    }
}
