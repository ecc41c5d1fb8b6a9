//! A status from which a template can not be sent.

use crate::rules::prelude::*;
use crate::text::similar::nearest;

/// `identity/status`
pub struct Status;

impl Rule for Status {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        let Some(status) = template.status.as_ref().filter(|status| !status.value.trim().is_empty()) else { return };
        match policy::value(policy::STATUSES, &status.value) {
            Some(known) if matches!(known.name, "APPROVED" | "PENDING") => {}
            Some(known) if known.name == "REJECTED" => rejected(template, status, cx),
            Some(known) => {
                let message = format!("this template is {}: {}", known.name, in_a_sentence(known.meaning));
                cx.report(cx.leaf(status), message).help("nothing can be sent with it while that is so");
            }
            None => unknown(status, cx),
        }
    }
}

/// Says why, where Meta says it.
fn rejected(template: &Template, status: &Leaf, cx: &mut Context<'_>) {
    let reason = template.fields.get("rejected_reason").and_then(|field| cx.scalar(field));
    let reason = reason.filter(|reason| !matches!(reason.upper().as_ref(), "" | "NONE"));
    let known = reason.as_ref().and_then(|reason| policy::value(policy::REJECTED_REASONS, &reason.value));
    let (place, why) = match (&reason, known) {
        (Some(reason), Some(known)) => (cx.leaf(reason), in_a_sentence(known.meaning)),
        (Some(reason), None) => {
            (cx.leaf(reason), format!("its reason `{}` is not on Meta's list", reason.value.trim()))
        }
        (None, _) => (cx.leaf(status), "this file does not say why".to_owned()),
    };
    cx.report(place, format!("Meta has rejected this template: {why}"))
        .severity(Severity::Warning)
        .help("change it and submit it again, or ask for another review in WhatsApp Manager, which may say more");
}

fn unknown(status: &Leaf, cx: &mut Context<'_>) {
    let near = nearest(&status.value, policy::STATUSES.iter().map(|value| value.name));
    let finding = cx.report(cx.leaf(status), format!("no template has the status `{}`", status.value.trim()));
    finding.outcome(Outcome::Advice).confidence(Confidence::Low);
    match near {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding.help("only Meta sets the status: remove it from a template that you write yourself"),
    };
}

/// A sentence as the rest of another one.
fn in_a_sentence(sentence: &str) -> String {
    let mut characters = sentence.trim_end_matches('.').chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}
