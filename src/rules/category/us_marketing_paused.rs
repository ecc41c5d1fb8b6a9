//! A MARKETING template for readers in the United States.

use crate::rules::prelude::*;
use crate::template::Category as Declared;

/// `category/us-marketing-paused`
pub struct UsMarketingPaused;

impl Rule for UsMarketingPaused {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        let american = cx.config().category.markets.iter().any(|market| market == "US");
        let Some(leaf) =
            template.category.as_ref().filter(|_| american && template.category() == Some(Declared::Marketing))
        else {
            return;
        };
        let place = cx.leaf(leaf);
        cx.report(place, "Meta does not deliver MARKETING messages to numbers in the United States (+1) at present")
            .help("reach these readers in another way, or take US out of `category: markets` in walint.yaml");
    }
}
