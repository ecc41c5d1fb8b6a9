//! An OTP button that does not say how it hands the code over.

use super::shared;
use crate::rules::buttons::shared::place;
use crate::rules::choice;
use crate::rules::prelude::*;

/// `authentication/otp-type`
pub struct OtpType;

impl Rule for OtpType {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        if !shared::is_otp(button, cx) {
            return;
        }
        let Some(field) = button.fields.get("otp_type") else {
            cx.report(place(button, cx), "the OTP button has no `otp_type`").help(choose());
            return;
        };
        match cx.scalar(field).filter(|leaf| !leaf.value.trim().is_empty()) {
            None => {
                cx.report(cx.at(field.key), "`otp_type` has no value").help(choose());
            }
            Some(leaf) if policy::part(policy::OTP_TYPES, &leaf.value).is_none() => unknown(&leaf, cx),
            Some(_) => {}
        }
    }
}

fn unknown(leaf: &Leaf, cx: &mut Context<'_>) {
    let message = format!("no OTP button has the type `{}`", leaf.value.trim());
    choice::unknown(leaf, message, &names(), "write", cx);
}

fn choose() -> String {
    choice::choose(&names(), "write")
}

fn names() -> Vec<&'static str> {
    policy::OTP_TYPES.iter().map(|part| part.name).collect()
}
