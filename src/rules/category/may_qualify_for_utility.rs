//! A message filed as MARKETING that may be sent for less.

use super::shared;
use crate::category::{Claim, Predicted};
use crate::rules::prelude::*;
use crate::template::Category as Declared;

/// `category/may-qualify-for-utility`
pub struct MayQualifyForUtility;

impl Rule for MayQualifyForUtility {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(reading) = shared::undecided(Declared::Marketing, variant, template, cx) else { return };
        let clear = reading.predicted == Predicted::Utility && reading.claim == Claim::Certain;
        let clear = clear && reading.points.are_for_utility();
        let Some(leaf) = template.category.as_ref().filter(|_| clear) else { return };
        let place = cx.leaf(leaf);
        cx.report(place, "this message promotes nothing and is about something of the reader's; it may pass as UTILITY, which costs less")
            .help("file it as UTILITY if nothing is left out here that promotes, such as a picture or the page behind a button");
    }
}
