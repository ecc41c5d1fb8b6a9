//! Variable names that are too long.

use super::shared;
use crate::rules::prelude::*;
use crate::text::wording::number;

/// `variables/name-length`
pub struct NameLength;

impl Rule for NameLength {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if !shared::takes_variables(surface) {
            return;
        }
        let allowed = limits::NAMED_VARIABLE_LENGTH.count();
        for variable in text.variables.list.iter().filter(|variable| variable.kind == VariableKind::Named) {
            let name = &variable.name;
            // A well-formed name is ASCII: a byte is a character.
            let length = name.len();
            if length > allowed {
                let message = format!("the variable name has {} of {} characters", number(length), number(allowed));
                cx.report(cx.mark(text, name.start + allowed..name.end), message)
                    .help(format!("shorten it by {}; the marked part is what is too much", number(length - allowed)));
            }
        }
    }
}
