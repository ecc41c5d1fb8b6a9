//! Whole sentences in another language than the rest.

use super::shared::declared;
use crate::rules::prelude::*;

/// `language/mixed`
pub struct Mixed;

impl Rule for Mixed {
    fn variant(&self, _variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let Some(reading) = cx.reading() else { return };
        for passage in &reading.passages {
            let (text, surface) = reading.evidence.texts[passage.text];
            let what = if passage.is_script { format!("{} letters", passage.name) } else { passage.name.to_owned() };
            let message = format!(
                "this part of the {} is in {what}, and the text is filed under {}",
                surface.name(),
                declared(&reading)
            );
            let name = reading.declared.name;
            cx.report(cx.mark(text, passage.range.clone()), message)
                .component(surface.component())
                .help(format!("write it in {name}, and the other language in a variant of its own"));
        }
    }
}
