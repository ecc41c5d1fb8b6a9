//! A variable in the line of a limited-time offer.

use super::shared;
use crate::rules::prelude::*;
use crate::template::Surface as Where;

/// `variables/surface`
pub struct Surface;

impl Rule for Surface {
    // Footers and labels, which can have none either, have rules of their own.
    fn text(&self, text: &Text, surface: Where, cx: &mut Context<'_>) {
        if surface != Where::Offer {
            return;
        }
        for variable in &text.variables.list {
            let written = shared::written(text, variable);
            cx.report(cx.mark(text, variable.range.clone()), format!("the offer text has the variable {written}"))
                .help("write fixed words here, and what differs from message to message in the body");
        }
    }
}
