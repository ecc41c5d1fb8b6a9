//! Zero-tap without saying yes to its terms.

use super::shared;
use crate::rules::buttons::shared::place;
use crate::rules::prelude::*;
use crate::rules::values;

/// `authentication/zero-tap-terms`
pub struct ZeroTapTerms;

const KEY: &str = "zero_tap_terms_accepted";

impl Rule for ZeroTapTerms {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        if !shared::is_otp(button, cx) || shared::needs(button, KEY, cx) != Some(true) {
            return;
        }
        let Some(field) = button.fields.get(KEY) else {
            cx.report(place(button, cx), "this ZERO_TAP button does not say that you accept the terms of zero-tap")
                .help("read Meta's terms, then add `zero_tap_terms_accepted: true`, or use `otp_type: ONE_TAP`");
            return;
        };
        if values::is_true(field, cx) || values::check_truth(field, cx).is_some() {
            return;
        }
        let Some(leaf) = cx.scalar(field) else { return };
        cx.report(cx.leaf(&leaf), "without your yes to the terms of zero-tap Meta does not create the template")
            .help("read Meta's terms, then write `true`, or use `otp_type: ONE_TAP`");
    }
}
