//! A GIF header, which few ways of sending can show.

use super::shared;
use crate::rules::prelude::*;

/// `header/gif`
pub struct Gif;

impl Rule for Gif {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        // In a card, and above a one-time code, a GIF is out of place anyway, which is told as such.
        let Some(category) = template.category().filter(|category| *category != Category::Authentication) else {
            return;
        };
        for (header, component) in shared::headers(variant).filter(|(_, component)| *component == "header") {
            let Some(leaf) = header.format_leaf.as_ref().filter(|_| header.format == Some(HeaderFormat::Gif)) else {
                continue;
            };
            if category == Category::Marketing {
                cx.report(cx.leaf(leaf), "only the Marketing Messages API sends a GIF header")
                    .component(component)
                    .severity(Severity::Note)
                    .outcome(Outcome::Advice)
                    .help("send it through that API, or use VIDEO, which every way of sending takes");
            } else {
                cx.report(cx.leaf(leaf), "only a marketing template may have a GIF header")
                    .component(component)
                    .help("use VIDEO with the same file, or IMAGE");
            }
        }
    }
}
