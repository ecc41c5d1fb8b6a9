//! A header above an offer that is no picture and no video.

use super::shared;
use crate::rules::prelude::*;

/// `offer/header`
pub struct Header;

impl Rule for Header {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let (Some(offer), Some(header)) = (shared::at_home(variant, template), &variant.header) else { return };
        // A format that is missing or not known is told as such.
        let Some(format) = header.format else { return };
        if matches!(format, HeaderFormat::Image | HeaderFormat::Video) {
            return;
        }
        let related = cx.at(offer.key);
        let place = header.format_leaf.as_ref().map_or(cx.at(header.key), |leaf| cx.leaf(leaf));
        cx.report(place, format!("the header of an offer is an IMAGE or a VIDEO, and this one is {}", format.name()))
            .component("header")
            .help("use an IMAGE or a VIDEO, or take the header out")
            .related(related, "the offer is here");
    }
}
