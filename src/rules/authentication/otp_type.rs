//! An OTP button that does not say how it hands the code over.

use super::shared;
use crate::rules::buttons::shared::place;
use crate::rules::prelude::*;
use crate::text::similar::nearest;
use crate::text::wording::any_of;

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
    let near = nearest(&leaf.value, policy::OTP_TYPES.iter().map(|part| part.name));
    let edits = near.map_or_else(Vec::new, |near| cx.replace(leaf, 0..leaf.value.len(), near));
    let finding = cx.report(cx.leaf(leaf), format!("no OTP button has the type `{}`", leaf.value.trim()));
    match near {
        Some(near) => {
            finding.help(format!("did you mean `{near}`?")).unsafe_fix(format!("write `{near}`"), edits);
        }
        None => {
            finding.help(choose());
        }
    }
}

fn choose() -> String {
    let names: Vec<String> = policy::OTP_TYPES.iter().map(|part| format!("`{}`", part.name)).collect();
    format!("write {}", any_of(&names))
}
