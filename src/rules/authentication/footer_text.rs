//! Words of one's own in the footer of a template for one-time codes.

use super::shared;
use crate::rules::prelude::*;

/// `authentication/footer-text`
pub struct FooterText;

impl Rule for FooterText {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let text = variant.footer.as_ref().and_then(|footer| footer.text.as_ref());
        let Some(text) = text.filter(|_| shared::applies(template)) else { return };
        let finding =
            cx.report(cx.whole(text), "the footer of an AUTHENTICATION template can not have a text of its own");
        finding.component("footer").help(
            "take it out; `code_expiration_minutes` makes Meta write how long the code is valid, and nothing else fits here",
        );
        if template.status.is_some() {
            finding
                .help("Meta's own text is fine in what Meta returns; take it out before you submit the template anew");
        }
        shared::soften_what_meta_returned(template, finding);
    }
}
