//! A message filed as UTILITY that names nothing of the reader's.

use super::shared;
use crate::category::Predicted;
use crate::rules::prelude::*;
use crate::template::Category as Declared;

/// `category/no-utility-evidence`
pub struct NoUtilityEvidence;

impl Rule for NoUtilityEvidence {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(reading) = shared::undecided(Declared::Utility, variant, template, cx) else { return };
        let open = matches!(reading.predicted, Predicted::Abstain | Predicted::Marketing) && !reading.warns(shared::sensitivity(cx));
        let leans = reading.leans_to_marketing() && reading.points.utility == 0.0;
        let Some(leaf) = template.category.as_ref().filter(|_| open && leans)
        else {
            return;
        };
        let place = cx.leaf(leaf);
        cx.report(place, "nothing in this message ties it to something the reader ordered, asked for or has an account with")
            .help("name it: the order, the appointment, the request and its number; else file the template as MARKETING");
    }
}
