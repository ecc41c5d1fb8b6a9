//! A button label that is too long.

use super::shared;
use crate::rules::length;
use crate::rules::prelude::*;

/// `buttons/label-length`
pub struct LabelLength;

impl Rule for LabelLength {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        let Some(button) = cx.button().filter(|_| surface == Surface::Label) else { return };
        // A variable must go anyway, and what is left may be short enough.
        if !text.variables.is_empty() || !shared::has_own_label(button) {
            return;
        }
        match button.kind {
            Some(ButtonKind::Otp) => length::check(text, "button label", &limits::OTP_LABEL_LENGTH, cx),
            Some(ButtonKind::VoiceCall) if !is_over(text, limits::BUTTON_LABEL_LENGTH.count()) => call(text, cx),
            _ => length::check(text, "button label", &limits::BUTTON_LABEL_LENGTH, cx),
        }
    }
}

/// For call buttons Meta gives a number only where they are sent without a template.
fn call(text: &Text, cx: &mut Context<'_>) {
    let (characters, safe) = (text.value().chars().count(), limits::VOICE_CALL_LABEL_LENGTH.count());
    if !is_over(text, safe) {
        return;
    }
    let surplus = text.value().char_indices().nth(safe).map_or(0, |(at, _)| at);
    cx.report(
        cx.mark(text, surplus..text.value().len()),
        format!("the label of this call button has {characters} characters, and Meta may take only {safe}"),
    )
    .severity(Severity::Warning)
    .confidence(Confidence::Low)
    .help(format!("shorten it by {} to be safe", characters - safe));
}

fn is_over(text: &Text, allowed: usize) -> bool {
    text.value().chars().nth(allowed).is_some()
}
