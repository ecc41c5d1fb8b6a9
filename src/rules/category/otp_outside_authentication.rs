//! A passcode in a template that is not for passcodes.

use super::shared;
use crate::category::{Claim, Class, Predicted};
use crate::rules::prelude::*;
use crate::template::Category as Declared;

/// `category/otp-outside-authentication`
pub struct OtpOutsideAuthentication;

impl Rule for OtpOutsideAuthentication {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(category @ (Declared::Utility | Declared::Marketing)) = template.category() else { return };
        let Some(reading) = shared::undecided(category, variant, template, cx) else { return };
        if reading.predicted != Predicted::Authentication {
            return;
        }
        let Some(evidence) = reading.of(Class::Authentication).next().cloned() else { return };
        let sure = reading.claim == Claim::Certain;
        let refuses = if sure { "Meta rejects that" } else { "if so, Meta rejects it" };
        let hands = if sure { "hands out" } else { "seems to hand out" };
        let message =
            format!("this message {hands} a passcode: {}; outside AUTHENTICATION {refuses}", shared::quoted(&evidence));
        let place = shared::place(&evidence, cx);
        let finding = cx.report(place, message).component(evidence.surface.component()).help(
            "make it an AUTHENTICATION template: no text of your own, an OTP button, and the code as its only variable",
        );
        if !sure {
            finding.severity(Severity::Warning).confidence(Confidence::Low);
        }
    }
}
