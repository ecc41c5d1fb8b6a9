//! A PRODUCT header in a template that shows no product.

use crate::rules::prelude::*;

/// `header/product`
pub struct Product;

impl Rule for Product {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        // In a card a product is at home, and a header above a carousel is another matter.
        let Some(header) = variant.header.as_ref().filter(|_| variant.carousel.is_none()) else { return };
        let Some(leaf) = header.format_leaf.as_ref().filter(|_| header.format == Some(HeaderFormat::Product)) else {
            return;
        };
        let mut buttons = variant.buttons.iter().flat_map(|buttons| &buttons.list);
        // A button of an unknown type may be a misspelt SPM.
        if buttons.any(|button| matches!(button.kind, Some(ButtonKind::Spm) | None)) {
            return;
        }
        cx.report(cx.leaf(leaf), "a PRODUCT header needs an SPM button")
            .component("header")
            .help("add a button `{type: SPM, text: View}`, or show the product with an IMAGE header");
    }
}
