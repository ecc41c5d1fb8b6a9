//! A coupon code that is too long.

use crate::rules::prelude::*;

/// `buttons/coupon-length`
pub struct CouponLength;

impl Rule for CouponLength {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        let example = button.example.as_ref().filter(|_| button.kind == Some(ButtonKind::CopyCode));
        let Some(sample) = example.and_then(|example| example.samples.first()) else { return };
        let in_offer = cx.variant().is_some_and(|variant| variant.offer.is_some());
        let (limit, whose) = if in_offer {
            (&limits::COUPON_LENGTH_OFFER, ", which is the limit in an offer")
        } else {
            (&limits::COUPON_LENGTH, "")
        };
        let (code, allowed) = (&sample.value.value, limit.count());
        let Some((surplus, _)) = code.char_indices().nth(allowed) else { return };
        let characters = code.chars().count();
        cx.report(
            cx.part(&sample.value, surplus..code.len()),
            format!("the code has {characters} of {allowed} characters{whose}"),
        )
        .help(format!("shorten it by {}; the codes that you send are held to the same limit", characters - allowed));
    }
}
