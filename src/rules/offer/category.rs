//! An offer in a template that is not for marketing.

use crate::rules::prelude::*;
use crate::template::Category as Declared;

/// `offer/category`
pub struct Category;

impl Rule for Category {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        // In a template for one-time codes it is one of many parts that are out of place.
        let (Some(offer), Some(Declared::Utility), Some(leaf)) =
            (&variant.offer, template.category(), &template.category)
        else {
            return;
        };
        let related = cx.leaf(leaf);
        cx.report(cx.at(offer.key), "only MARKETING templates have a limited-time offer, and this one is UTILITY")
            .component("limited_time_offer")
            .help("take the offer out, or file the template as MARKETING")
            .related(related, "the category is given here");
    }
}
