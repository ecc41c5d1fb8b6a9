//! Other buttons under a one-time code than the one that hands it over.

use super::shared;
use crate::rules::buttons::shared::place;
use crate::rules::links::shared::is_passcode_link;
use crate::rules::prelude::*;

/// `authentication/buttons`
pub struct Buttons;

impl Rule for Buttons {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        if !shared::applies(template) || template.is_from_library() {
            return;
        }
        let Some(buttons) = &variant.buttons else { return missing(variant, cx) };
        let first = buttons.list.iter().find(|button| button.kind == Some(ButtonKind::Otp));
        for button in &buttons.list {
            if first.is_none_or(|first| !std::ptr::eq(button, first)) {
                tell(button, first, template, cx);
            }
        }
    }
}

fn missing(variant: &Variant, cx: &mut Context<'_>) {
    // Where nothing is written yet, more than a button is missing.
    if variant.body.is_some() || variant.footer.is_some() || variant.header.is_some() {
        cx.report(cx.at(variant.key), "an AUTHENTICATION template needs an OTP button, and there is none")
            .component("buttons")
            .help("add `buttons` with a button such as `{type: OTP, otp_type: COPY_CODE}`");
    }
}

/// Tells a button that is not the first OTP button.
fn tell(button: &Button, first: Option<&Button>, template: &Template, cx: &mut Context<'_>) {
    // An unknown type may be a misspelt one, and is told as such.
    let (Some(kind), Some(leaf)) = (button.kind, &button.kind_leaf) else { return };
    let at = cx.leaf(leaf);
    if button.url.as_ref().is_some_and(is_passcode_link) {
        let finding = cx.report(at, "this URL button is what Meta makes of an OTP button");
        finding.component("buttons").help("in a template that you submit, write `type: OTP` and an `otp_type` instead");
        shared::soften_what_meta_returned(template, finding);
        return;
    }
    let related = first.map(|first| place(first, cx));
    let finding = cx.report(at, "an AUTHENTICATION template has one button, of type OTP, and no other");
    finding.component("buttons").help(match (first, kind) {
        (Some(_), _) => "take this button out",
        (None, ButtonKind::CopyCode) => "write `type: OTP` with `otp_type: COPY_CODE`; COPY_CODE is for coupons",
        (None, _) => "put an OTP button in its place, such as `{type: OTP, otp_type: COPY_CODE}`",
    });
    if let Some(place) = related {
        finding.related(place, "the OTP button is here");
    }
}
