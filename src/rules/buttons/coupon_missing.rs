//! A COPY_CODE button without a code.

use super::shared;
use crate::rules::prelude::*;

/// `buttons/coupon-missing`
pub struct CouponMissing;

impl Rule for CouponMissing {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        // In an AUTHENTICATION template the button itself is the mistake.
        if button.kind != Some(ButtonKind::CopyCode) || cx.category() == Some(Category::Authentication) {
            return;
        }
        let place = match &button.example {
            Some(example) => match example.samples.first() {
                Some(sample) if !sample.value.value.trim().is_empty() => return,
                Some(sample) => cx.leaf(&sample.value),
                None => cx.at(example.key),
            },
            None => match shared::missing(button, "example", None, cx) {
                Some(place) => place,
                None => return,
            },
        };
        cx.report(place, "this COPY_CODE button has no code to copy")
            .help("write a sample of the code into `example`, such as `SUMMER20`");
    }
}
