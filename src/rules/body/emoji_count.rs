//! More emoji than Meta takes.

use crate::rules::prelude::*;
use crate::text::emoji;
use crate::text::wording::number;

/// `body/emoji-count`
pub struct EmojiCount;

impl Rule for EmojiCount {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if !matches!(surface, Surface::Body | Surface::CardBody) || cx.category() == Some(Category::Authentication) {
            return;
        }
        let places: Vec<_> = emoji::find(text.value()).collect();
        let (any, utility) = (limits::BODY_EMOJI.count(), limits::BODY_EMOJI_UTILITY.count());
        let is_utility = cx.category() == Some(Category::Utility);
        let allowed = if is_utility && places.len() <= any { utility } else { any };
        let Some(first) = places.get(allowed) else { return };
        let (count, surplus) = (number(places.len()), places.len() - allowed);
        let what = surface.name();
        let place = cx.mark(text, first.clone());
        if allowed == any {
            cx.report(place, format!("the {what} has {count} of {} emoji", number(any)))
        } else {
            let message =
                format!("the {what} has {count} emoji; Meta's own editor stops at {utility} in a utility template");
            cx.report(place, message).severity(Severity::Warning).confidence(Confidence::Medium)
        }
        .help(format!("leave out {}; the first one too many is marked", number(surplus)));
    }
}
