//! A name that is too long.

use crate::rules::prelude::*;
use crate::text::wording::number;

/// `identity/name-length`
pub struct NameLength;

impl Rule for NameLength {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        let Some(name) = &template.name else { return };
        let allowed = limits::NAME_LENGTH.count();
        let Some((surplus, _)) = name.value.char_indices().nth(allowed) else { return };
        let characters = name.value.chars().count();
        cx.report(
            cx.part(name, surplus..name.value.len()),
            format!("the name has {} of {} characters", number(characters), number(allowed)),
        )
        .help(format!("shorten it by {}", number(characters - allowed)));
    }
}
