//! The name of the business in another spelling.

use crate::language;
use crate::rules::prelude::*;

/// `config/brand-word`
pub struct BrandWord;

impl Rule for BrandWord {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        let words = &cx.config().brand.words;
        if words.written().is_empty() || surface == Surface::Url {
            return;
        }
        for (range, right) in words.misspelt(text.value(), &language::skipped(text)) {
            let written = &text.value()[range.clone()];
            // A name may be an everyday word of some language too.
            if language::is_frequent(written) {
                continue;
            }
            let edits = cx.replace(&text.leaf, range.clone(), right);
            cx.report(cx.mark(text, range), format!("`{written}` is written `{right}`"))
                .help(format!("write `{right}`, or add this spelling to `brand.words` in walint.yaml"))
                .unsafe_fix(format!("write `{right}`"), edits);
        }
    }
}
