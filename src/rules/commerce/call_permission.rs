//! A request for permission to call, with more than its text around it.

use crate::rules::prelude::*;

/// `commerce/call-permission`
pub struct CallPermission;

impl Rule for CallPermission {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(request) = variant.call_permission_request else { return };
        // In a template for one-time codes the request itself is out of place.
        if template.category() == Some(Category::Authentication) {
            return;
        }
        let related = cx.at(request);
        let parts = [
            (variant.buttons.as_ref().map(|buttons| buttons.key), "buttons", "buttons"),
            (variant.carousel.as_ref().map(|carousel| carousel.key), "a carousel", "carousel"),
            (variant.offer.as_ref().map(|offer| offer.key), "a limited-time offer", "limited_time_offer"),
        ];
        for (key, what, component) in parts {
            let Some(key) = key else { continue };
            cx.report(cx.at(key), format!("a call permission request can not stand beside {what}"))
                .component(component)
                .help("take it out, and ask for the permission in a message of its own")
                .related(related, "the request is here");
        }
    }
}
