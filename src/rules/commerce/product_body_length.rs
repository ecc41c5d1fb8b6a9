//! A message about a product that is too long.

use super::shared;
use crate::rules::length;
use crate::rules::prelude::*;

/// `commerce/product-body-length`
pub struct ProductBodyLength;

impl Rule for ProductBodyLength {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        // Only for a body: each button has texts of its own, and there may be many thousands.
        let shows_product =
            || cx.variant().is_some_and(|variant| shared::first(variant, ButtonKind::Spm, cx).is_some());
        if surface == Surface::Body && shows_product() {
            length::check(text, "body above an SPM button", &limits::PRODUCT_BODY_LENGTH, cx);
        }
    }
}
