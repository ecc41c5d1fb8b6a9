//! A carousel in a template that is not for marketing.

use crate::rules::prelude::*;
use crate::template::Category as Declared;

/// `carousel/category`
pub struct Category;

impl Rule for Category {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        // In a template for one-time codes it is one of many parts that are out of place.
        let (Some(carousel), Some(Declared::Utility), Some(leaf)) =
            (&variant.carousel, template.category(), &template.category)
        else {
            return;
        };
        let related = cx.leaf(leaf);
        cx.report(cx.at(carousel.key), "only MARKETING templates have a carousel, and this one is UTILITY")
            .component("carousel")
            .help("take the carousel out, or file the template as MARKETING")
            .related(related, "the category is given here");
    }
}
