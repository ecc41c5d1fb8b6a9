//! A phone number that can not be dialled as it is written.

use super::shared_phone::{Trouble, trouble};
use crate::rules::prelude::*;
use crate::text::wording::{any_of, counted};

/// `buttons/phone-number`
pub struct PhoneNumber;

impl Rule for PhoneNumber {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        let number = button.phone_number.as_ref().filter(|leaf| !leaf.value.trim().is_empty());
        let Some(leaf) = number.filter(|_| button.kind == Some(ButtonKind::PhoneNumber)) else { return };
        let Some(found) = trouble(&leaf.value) else { return };
        tell(leaf, &found, cx);
    }
}

fn tell(leaf: &Leaf, found: &Trouble, cx: &mut Context<'_>) {
    let value = &*leaf.value;
    let written = &value[found.range()];
    let whole = |better: &str, cx: &Context<'_>| cx.replace(leaf, 0..value.len(), better);
    let place = cx.part(leaf, found.range());
    match found {
        Trouble::Variable(_) => {
            cx.report(place, format!("the phone number has the variable {written}"))
                .help("write one number that is the same for everybody");
        }
        Trouble::Letters(_) => {
            cx.report(place, format!("the phone number has the letters \"{written}\""))
                .help("write digits only, with `+` and the country code in front");
        }
        Trouble::NoDigits(_) => {
            cx.report(place, "the phone number has no digits")
                .help("write the number with `+` and the country code in front");
        }
        Trouble::TooShort { digits, only_code, .. } => {
            let finding = cx.report(place, format!("the phone number has only {}", counted(*digits, "digit")));
            finding.help("write the whole number with `+` and the country code in front");
            if !only_code {
                // Short numbers exist in some countries, and Meta does not say whether it takes them.
                finding.severity(Severity::Warning);
            }
        }
        Trouble::TooLong { allowed, characters, better, .. } => {
            let edits = better.as_ref().map_or(Vec::new(), |better| whole(better, cx));
            cx.report(place, format!("the phone number has {characters} of {allowed} characters"))
                .help("write one number, without blanks or dashes")
                .safe_fix("write the number without blanks and signs", edits);
        }
        Trouble::ZeroBehindCode { code, better, .. } => {
            let edits = whole(better, cx);
            cx.report(place, format!("a zero follows the country code +{code}"))
                .severity(Severity::Warning)
                .outcome(Outcome::Advice)
                .confidence(Confidence::Medium)
                .help("leave it out; it is dialled at home only, and Meta drops it")
                .unsafe_fix(format!("write `{better}`"), edits);
        }
        Trouble::NoCountryCode { better: Some(better), .. } => {
            let edits = whole(better, cx);
            cx.report(place, "the phone number starts with `00` in place of `+`")
                .severity(Severity::Warning)
                .confidence(Confidence::Medium)
                .help("write `+` in front of the country code")
                .unsafe_fix(format!("write `{better}`"), edits);
        }
        Trouble::NoCountryCode { better: None, .. } => {
            cx.report(place, "the phone number starts with a zero, so it has no country code")
                .severity(Severity::Warning)
                .confidence(Confidence::Medium)
                .help("write `+` and the country code in front, as people in other countries would dial it");
        }
        Trouble::UnknownCode { code, .. } => {
            cx.report(place, format!("no country has a code that begins like this number, +{code}"))
                .severity(Severity::Warning)
                .confidence(Confidence::Medium)
                .help("write `+` and the country code in front, as people in other countries would dial it");
        }
        Trouble::ImpossibleLength { code, digits, possible, .. } => {
            let lengths: Vec<String> = possible.iter().map(ToString::to_string).collect();
            let message = format!(
                "{} follow the country code +{code}, where numbers have {}",
                counted(*digits, "digit"),
                any_of(&lengths)
            );
            cx.report(place, message)
                .severity(Severity::Warning)
                .confidence(Confidence::Medium)
                .help("check the number, and that it begins with its country code");
        }
        Trouble::Signs { better, .. } => {
            let edits = better.as_ref().map_or(Vec::new(), |better| whole(better, cx));
            cx.report(place, "the phone number has blanks or signs between its digits")
                .severity(Severity::Warning)
                .confidence(Confidence::Medium)
                .help("write it with `+` and digits only")
                .safe_fix("write the number without blanks and signs", edits);
        }
    }
}
