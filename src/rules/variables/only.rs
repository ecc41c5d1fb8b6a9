//! A body of variables and nothing else.

use super::shared;
use crate::rules::prelude::*;
use crate::text::emoji;
use crate::text::wording::counted;

/// `variables/only`
pub struct Only;

impl Rule for Only {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if !shared::is_own_body(surface, cx) || !shared::is_only_variables(text) {
            return;
        }
        let variables = counted(text.variables.list.len(), "variable");
        let has_emoji = emoji::contains(&shared::without_variables(text));
        let besides = if has_emoji { "and no words, only emoji" } else { "and no words" };
        let finding = cx.report(cx.whole(text), format!("the body has {variables} {besides}"));
        finding.help("write what the message is about before, between and behind the variables");
        if has_emoji {
            // Nobody has seen yet whether Meta takes an emoji for text.
            finding.severity(Severity::Warning).confidence(Confidence::Low);
        }
    }
}
