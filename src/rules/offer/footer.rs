//! A footer under an offer.

use super::shared;
use crate::rules::prelude::*;

/// `offer/footer`
pub struct Footer;

impl Rule for Footer {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let (Some(offer), Some(footer)) = (shared::at_home(variant, template), &variant.footer) else { return };
        let related = cx.at(offer.key);
        cx.report(cx.at(footer.key), "a message with a limited-time offer has no footer")
            .component("footer")
            .help("take it out, and put its words at the end of the body")
            .related(related, "the offer is here");
    }
}
