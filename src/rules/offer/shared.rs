//! What the rules about limited-time offers have in common.

use crate::rules::prelude::*;

/// The offer of a message whose other parts can be judged by it. Beside a carousel, or in a template for one-time
/// codes, the offer itself is out of place, which is told as such.
pub(super) fn at_home<'v>(variant: &'v Variant, template: &Template) -> Option<&'v Offer> {
    let elsewhere = variant.carousel.is_some() || template.category() == Some(Category::Authentication);
    variant.offer.as_ref().filter(|_| !elsewhere)
}
