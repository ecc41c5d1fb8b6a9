//! A button without a label.

use super::shared;
use crate::rules::prelude::*;

/// `buttons/label-missing`
pub struct LabelMissing;

impl Rule for LabelMissing {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        let Some(part) = shared::part(button).filter(|part| part.label == "required") else { return };
        let label = button.label.as_ref().map(|label| &label.leaf);
        let Some(place) = shared::missing(button, "text", label, cx) else { return };
        let allowed = limits::BUTTON_LABEL_LENGTH.count();
        cx.report(place, format!("this {} button has no label", part.name))
            .help(format!("write what the button says into `text`, in up to {allowed} characters"));
    }
}
