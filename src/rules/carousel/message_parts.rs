//! Parts beside a carousel that have no place there.

use crate::rules::prelude::*;

/// `carousel/message-parts`
pub struct MessageParts;

impl Rule for MessageParts {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        // In a template for one-time codes the carousel itself is out of place.
        let Some(carousel) = &variant.carousel else { return };
        if template.category() == Some(Category::Authentication) {
            return;
        }
        let related = cx.at(carousel.key);
        let parts = [
            (variant.header.as_ref().map(|header| header.key), "header", "header", "pictures are in the cards"),
            (
                variant.footer.as_ref().map(|footer| footer.key),
                "footer",
                "footer",
                "put its words at the end of the body",
            ),
            (
                variant.offer.as_ref().map(|offer| offer.key),
                "limited-time offer",
                "limited_time_offer",
                "send it by itself",
            ),
        ];
        for (key, what, component, instead) in parts {
            let Some(key) = key else { continue };
            cx.report(cx.at(key), format!("a message with a carousel has no {what}"))
                .component(component)
                .help(format!("take it out; {instead}"))
                .related(related, "the carousel is here");
        }
        if let Some(buttons) = &variant.buttons {
            // Meta's pages show none, and one of its own sample templates has one.
            cx.report(cx.at(buttons.key), "Meta describes no buttons beside a carousel")
                .component("buttons")
                .severity(Severity::Warning)
                .confidence(Confidence::Medium)
                .help("put the buttons into the cards")
                .related(related, "the carousel is here");
        }
    }
}
