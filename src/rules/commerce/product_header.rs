//! A button that shows a product, without the product above it.

use super::shared;
use crate::rules::buttons::shared::place;
use crate::rules::prelude::*;

/// `commerce/product-header`
pub struct ProductHeader;

impl Rule for ProductHeader {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let button = shared::first(variant, ButtonKind::Spm, cx).filter(|_| variant.carousel.is_none());
        let Some(button) = button else { return };
        let button_place = place(button, cx);
        let Some(header) = &variant.header else {
            cx.report(button_place, "an SPM button needs a PRODUCT header, and the message has no header")
                .component("buttons")
                .help("add a header with `format: PRODUCT`; the picture, title and price come from your catalogue");
            return;
        };
        // A format that is missing or not known is told as such.
        let Some(format) = header.format.filter(|format| *format != HeaderFormat::Product) else { return };
        let at = header.format_leaf.as_ref().map_or(cx.at(header.key), |leaf| cx.leaf(leaf));
        cx.report(at, format!("an SPM button needs a PRODUCT header, and this one is {}", format.name()))
            .component("header")
            .help("write `format: PRODUCT`; the picture, title and price come from your catalogue")
            .related(button_place, "the SPM button is here");
    }
}
