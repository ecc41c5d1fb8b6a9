//! A message filed as UTILITY that names nothing of the reader's.

use super::shared;
use crate::category::{Class, Predicted};
use crate::rules::prelude::*;
use crate::template::Category as Declared;
use crate::text::words;

/// What a message is about when it is about something of the reader's, by the concepts of the lexicons.
const OWN: &[&str] = &[
    "account",
    "amount",
    "appointment",
    "balance",
    "booking",
    "card",
    "collect",
    "contract",
    "courier",
    "debited",
    "deliver",
    "document",
    "due",
    "emergency",
    "flight",
    "invoice",
    "medical",
    "order",
    "outage",
    "paid",
    "parcel",
    "refund",
    "request",
    "result",
    "return",
    "school",
    "security",
    "technician",
    "transaction",
    "utilities",
    "wages",
];

/// `category/no-utility-evidence`
pub struct NoUtilityEvidence;

impl Rule for NoUtilityEvidence {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(reading) = shared::undecided(Declared::Utility, variant, template, cx) else { return };
        let open = matches!(reading.predicted, Predicted::Abstain | Predicted::Marketing)
            && !reading.warns(shared::sensitivity(cx));
        let leans = reading.leans_to_marketing() && reading.points.utility == 0.0;
        let is_tied = || OWN.iter().any(|concept| reading.has(Class::Concept, concept));
        // A short text is thin, not unrelated.
        let is_long = |body: &Body| body.text.as_ref().is_some_and(|text| words::count(text.value()).count >= 14);
        if !(open && leans && !is_tied() && variant.body.as_ref().is_some_and(is_long)) {
            return;
        }
        let Some(leaf) = &template.category else { return };
        let place = cx.leaf(leaf);
        cx.report(
            place,
            "nothing in this message ties it to something the reader ordered, asked for or has an account with",
        )
        .help("name it: the order, the appointment, the request and its number; else file the template as MARKETING");
    }
}
