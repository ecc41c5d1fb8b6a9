//! Links and emoji in a template for one-time codes.

use super::shared;
use crate::rules::prelude::*;
use crate::text::{Variables, emoji, url};

/// `authentication/content`
pub struct Content;

impl Rule for Content {
    fn button(&self, button: &Button, cx: &mut Context<'_>) {
        if !shared::is_otp(button, cx) {
            return;
        }
        if let Some(label) = &button.label {
            links(label, "button label", cx);
        }
        let Some(leaf) = button.fields.get("autofill_text").and_then(|field| cx.scalar(field)) else { return };
        let text = Text { variables: Variables::parse(&leaf.value), leaf };
        links(&text, "label of the autofill button", cx);
        for range in emoji::find(text.value()) {
            let found = &text.value()[range.clone()];
            cx.report(cx.mark(&text, range), format!("the label of the autofill button has the emoji {found}"))
                .help("take it out; an AUTHENTICATION template has no emoji");
        }
    }
}

fn links(text: &Text, what: &str, cx: &mut Context<'_>) {
    for link in url::find(text.value()) {
        cx.report(cx.mark(text, link.range), format!("the {what} has a link in it"))
            .help("take it out; an AUTHENTICATION template has no links");
    }
}
