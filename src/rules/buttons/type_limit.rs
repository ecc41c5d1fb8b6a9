//! More buttons of one type than a message can have.

use super::shared;
use crate::policy::Limit;
use crate::rules::prelude::*;
use crate::text::wording::counted;

/// `buttons/type-limit`
pub struct TypeLimit;

/// Quick replies are not here: they may fill all the places there are. Nor is OTP, which has a rule of its own.
static LIMITS: [(&str, &Limit); 10] = [
    ("CATALOG", &limits::CATALOG_COUNT),
    ("COPY_CODE", &limits::COPY_CODE_COUNT),
    ("FLOW", &limits::FLOW_COUNT),
    ("MPM", &limits::MPM_COUNT),
    ("ORDER_DETAILS", &limits::ORDER_DETAILS_COUNT),
    ("PHONE_NUMBER", &limits::PHONE_BUTTON_COUNT),
    ("REQUEST_CONTACT_INFO", &limits::CONTACT_REQUEST_COUNT),
    ("SPM", &limits::SPM_COUNT),
    ("URL", &limits::URL_BUTTON_COUNT),
    ("VOICE_CALL", &limits::VOICE_CALL_COUNT),
];

impl Rule for TypeLimit {
    fn buttons(&self, buttons: &[Button], cx: &mut Context<'_>) {
        // One button, as most messages have, is not too many of any type.
        for (name, limit) in LIMITS.into_iter().filter(|(_, limit)| limit.count() < buttons.len()) {
            let found = shared::all_of(buttons, name);
            let Some((first, surplus)) = found.split_at_checked(limit.count()) else { continue };
            if let Some(next) = surplus.first() {
                tell(name, limit, first, next, found.len(), cx);
            }
        }
    }
}

fn tell(name: &str, limit: &Limit, first: &[&Button], next: &Button, found: usize, cx: &mut Context<'_>) {
    let places: Vec<_> = first.iter().map(|button| shared::place(button, cx)).collect();
    let allowed = limit.count();
    let finding = cx
        .report(shared::place(next, cx), format!("there are {found} {name} buttons; the limit is {allowed}"))
        .help(format!("take {} out; this is the first that is too many", counted(found - allowed, "button")));
    for (place, which) in places.into_iter().zip(["first", "second"]) {
        finding.related(place, format!("the {which} {name} button is here"));
    }
    if limit.source == "observed" {
        // No page of Meta's gives this number.
        finding.severity(Severity::Warning).confidence(Confidence::Low);
        finding.message = format!("there are {found} {name} buttons; Meta may take only {allowed}");
    }
}
