//! A text in its language, but in Latin letters.

use super::shared::{declared, main_place, quoted, share};
use crate::language::Verdict;
use crate::rules::prelude::*;

/// `language/romanised`
pub struct Romanised;

impl Rule for Romanised {
    fn variant(&self, _variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let Some(reading) = cx.reading() else { return };
        let Verdict::Romanised { words } = &reading.verdict else { return };
        let Some((place, component)) = main_place(&reading, cx) else { return };
        let message = format!(
            "{} is written in Latin letters here: {}, in words such as {}",
            declared(&reading),
            share(&reading),
            quoted(words)
        );
        let own = reading.declared.scripts.first().map_or("", |script| script.name());
        cx.report(place, message).component(component).help(format!("write the text in {own} letters"));
    }
}
