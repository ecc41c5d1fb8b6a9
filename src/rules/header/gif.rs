//! A GIF header, which few ways of sending can show.

use super::shared;
use crate::rules::prelude::*;

/// `header/gif`
pub struct Gif;

impl Rule for Gif {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(category) = template.category() else { return };
        for (header, component) in shared::headers(variant) {
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
