//! A right-to-left text whose first letter turns it around.

use crate::language::Script;
use crate::language::direction::{Direction, first_strong, outside};
use crate::rules::prelude::*;

/// `language/reading-direction`
pub struct ReadingDirection;

impl Rule for ReadingDirection {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        let Some(reading) = cx.reading() else { return };
        let declared = &reading.declared;
        let is_line = matches!(surface, Surface::Header | Surface::Body | Surface::Footer | Surface::CardBody);
        if !is_line || !declared.scripts.iter().all(|script| script.is_right_to_left()) {
            return;
        }
        let Some((Direction::LeftToRight, first)) = first_strong(text.value(), &text.variables.list) else { return };
        // A text that is mostly Latin has another trouble.
        let (right, left) = letters(text);
        if right <= left {
            return;
        }
        let word = word(text.value(), first.start);
        let written = &text.value()[word.clone()];
        let message =
            format!("the {} begins with `{written}`, so many phones lay it out from left to right", surface.name());
        cx.report(cx.mark(text, word), message).help(format!("begin with a word in {} letters", declared.name));
    }
}

/// How many letters are read from right to left, and how many are not, outside of variables.
fn letters(text: &Text) -> (usize, usize) {
    let variables = text.variables.list.iter().map(|variable| variable.range.clone());
    let scripts = outside(text.value(), variables).filter_map(|(_, letter)| Script::of(letter));
    scripts.fold(
        (0, 0),
        |(right, left), script| {
            if script.is_right_to_left() { (right + 1, left) } else { (right, left + 1) }
        },
    )
}

/// The letters that stand together from a place on.
fn word(text: &str, start: usize) -> std::ops::Range<usize> {
    let end = text[start..].find(|character: char| !character.is_alphanumeric()).map_or(text.len(), |at| start + at);
    let next = text[start..].chars().next().map_or(0, char::len_utf8);
    start..end.max(start + next)
}
