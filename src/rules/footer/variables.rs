//! A variable in a footer.

use crate::rules::prelude::*;
use crate::text::wording::counted;

/// `footer/variables`
pub struct Variables;

impl Rule for Variables {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        let (Surface::Footer, Some(surplus)) = (surface, text.variables.list.get(limits::FOOTER_VARIABLES.count()))
        else {
            return;
        };
        let count = counted(text.variables.list.len(), "variable");
        cx.report(cx.mark(text, surplus.range.clone()), format!("the footer has {count}, and may have none"))
            .help("write fixed text, or move the variable to the body");
    }
}
