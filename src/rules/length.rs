//! How long a text may be: the same question for every surface.

use crate::policy::Limit;
use crate::rules::prelude::*;
use crate::text::wording::number;

/// Says how far a text is over its limit. Code points decide. Meta does not say what it counts, and its own client
/// counts UTF-16 units, so a text that is only over in those is a warning. Variables count as they are written.
pub fn check(text: &Text, what: &str, limit: &Limit, cx: &mut Context<'_>) {
    let value = text.value();
    let allowed = limit.count();
    // Bytes are never fewer than characters or UTF-16 units, and nearly every text ends here.
    if value.len() <= allowed {
        return;
    }
    let characters = value.chars().count();
    let units = value.encode_utf16().count();
    if characters > allowed {
        let surplus = value.char_indices().nth(allowed).map_or(value.len(), |(at, _)| at);
        let over = number(characters - allowed);
        cx.report(
            cx.mark(text, surplus..value.len()),
            format!("the {what} has {} of {} characters", number(characters), number(allowed)),
        )
        .help(format!(
            "shorten it by {over}; the marked part is what is too much, and a variable counts as it is written"
        ));
    } else if units > allowed {
        cx.report(
            cx.whole(text),
            format!(
                "the {what} has {} characters, but {} of {} if emoji count double, as in Meta's own client",
                number(characters),
                number(units),
                number(allowed)
            ),
        )
        .severity(Severity::Warning)
        .confidence(Confidence::Medium)
        .help(format!("shorten it by {} to be safe", number(units - allowed)));
    }
}
