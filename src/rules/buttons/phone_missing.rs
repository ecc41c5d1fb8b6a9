//! A PHONE_NUMBER button without a number.

use super::shared;
use crate::rules::prelude::*;

/// `buttons/phone-missing`
pub struct PhoneMissing;

impl Rule for PhoneMissing {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        if button.kind != Some(ButtonKind::PhoneNumber) {
            return;
        }
        let Some(place) = shared::missing(button, "phone_number", button.phone_number.as_ref(), cx) else { return };
        cx.report(place, "this PHONE_NUMBER button has no number to call")
            .help("write the number into `phone_number`, with `+` and the country code");
    }
}
