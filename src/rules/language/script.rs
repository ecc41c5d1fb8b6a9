//! A text in letters that its language is not written in.

use super::shared::{declared, main_place, share};
use crate::language::Verdict;
use crate::rules::prelude::*;
use crate::text::wording::any_of;

/// `language/script`
pub struct Script;

impl Rule for Script {
    fn variant(&self, _variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let Some(reading) = cx.reading() else { return };
        if reading.verdict != Verdict::Script {
            return;
        }
        let Some((place, component)) = main_place(&reading, cx) else { return };
        let mut own: Vec<&str> = reading.declared.scripts.iter().map(|script| script.name()).collect();
        own.dedup();
        let own = any_of(&own);
        let message = format!("{}, and {} is written in {own} ones", share(&reading), declared(&reading));
        cx.report(place, message)
            .component(component)
            .help(format!("write the text in {own} letters, or file it under its own language"));
    }
}
