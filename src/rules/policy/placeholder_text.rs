//! A text that was to be replaced before anybody reads it.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::policy::content::List;
use crate::rules::prelude::*;

use super::shared::{is_prose, phrases, written};

/// `policy/placeholder-text`
pub struct PlaceholderText;

/// What stands in brackets on one line.
static BRACKETED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\[([^\[\]\n]{1,60})\]|<([^<>\n]{1,60})>").ok());

/// A row of capital X that no digits follow, as they follow in a masked number.
static CROSSES: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\bX{3,}\b").ok());

/// How far from a row of crosses the number stands that it hides: `XXXX-XXXX-XXXX-1234`.
const LONGEST_MASK: usize = 24;

impl Rule for PlaceholderText {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        if !is_prose(surface) {
            return;
        }
        let places = [bracketed(text, surface, cx), crosses(text), fillers(text, surface, cx)];
        let Some(first) = places.into_iter().flatten().min_by_key(|place| place.start) else { return };
        let words = written(text, &first);
        let name = surface.name();
        cx.report(cx.mark(text, first), format!("the {name} has \"{words}\", which looks like a placeholder"))
            .help("write what the reader should see there, or a variable such as `{{1}}`");
    }
}

/// The first `[Company name]` or `<date>`: only words that stand in such a place, because brackets have other uses too.
fn bracketed(text: &Text, surface: Surface, cx: &Context<'_>) -> Option<Range<usize>> {
    // Most texts have no bracket, and pay nothing for the pattern.
    if !text.value().contains(['[', '<']) {
        return None;
    }
    let slots = phrases(text, surface, &[List::Slots], cx);
    BRACKETED.as_ref()?.captures_iter(text.value()).find_map(|found| {
        let inside = found.get(1).or_else(|| found.get(2))?.range();
        // The slots are in the order of the text.
        let first = slots.partition_point(|slot| slot.range.start < inside.start);
        let slot = slots.get(first)?;
        fills(text.value(), &slot.range, &inside).then(|| found.get_match().range())
    })
}

/// Whether a phrase is all that stands in a place, but for blanks and signs.
fn fills(text: &str, phrase: &Range<usize>, place: &Range<usize>) -> bool {
    let says_nothing = |part: &str| !part.contains(char::is_alphanumeric);
    phrase.end <= place.end
        && says_nothing(&text[place.start..phrase.start])
        && says_nothing(&text[phrase.end..place.end])
}

/// The first row of crosses that hides no number.
fn crosses(text: &Text) -> Option<Range<usize>> {
    let value = text.value();
    if !value.contains("XXX") {
        return None;
    }
    let masks = |rest: &str| {
        let next = rest.chars().take(LONGEST_MASK).find(|c| !matches!(c, ' ' | '-' | 'X' | 'x' | '*'));
        next.is_some_and(|c| c.is_numeric() || c == '{')
    };
    CROSSES.as_ref()?.find_iter(value).map(|found| found.range()).find(|range| !masks(&value[range.end..]))
}

/// Words of the trade: "lorem ipsum", "your text here", and notes such as TODO where they are in capitals.
fn fillers(text: &Text, surface: Surface, cx: &Context<'_>) -> Option<Range<usize>> {
    let is_note = |range: &Range<usize>| !text.value()[range.clone()].contains(char::is_lowercase);
    let found = phrases(text, surface, &[List::Fillers, List::Markers], cx);
    found.into_iter().find(|found| found.list == List::Fillers || is_note(&found.range)).map(|found| found.range)
}
