//! Words of one's own in the body of a template for one-time codes.

use super::shared;
use crate::rules::prelude::*;

/// `authentication/body-text`
pub struct BodyText;

impl Rule for BodyText {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let text = variant.body.as_ref().and_then(|body| body.text.as_ref());
        let Some(text) = text.filter(|_| shared::applies(template)) else { return };
        let finding =
            cx.report(cx.whole(text), "the body of an AUTHENTICATION template can not have a text of its own");
        finding.component("body").help(
            "take it out, because Meta puts its own words around the code; if this is no one-time code, choose another \
             category",
        );
        if template.status.is_some() {
            finding
                .help("Meta's own text is fine in what Meta returns; take it out before you submit the template anew");
        }
        shared::soften_what_meta_returned(template, finding);
    }
}
