//! What decides in which direction a text is read: its first letter, and the invisible controls in it.

use std::ops::Range;

use super::Script;

/// A control that opens a change of direction without closing it, or the other way round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoneControl {
    /// Its bytes.
    pub range: Range<usize>,
    /// The character.
    pub character: char,
    /// Whether it opens.
    pub opens: bool,
}

impl LoneControl {
    /// What the character does, and Unicode's own name for it.
    pub fn name(&self) -> &'static str {
        match self.character {
            '\u{202A}' => "left-to-right embedding, U+202A",
            '\u{202B}' => "right-to-left embedding, U+202B",
            '\u{202C}' => "end of an embedding, U+202C",
            '\u{202D}' => "left-to-right override, U+202D",
            '\u{202E}' => "right-to-left override, U+202E",
            '\u{2066}' => "left-to-right isolate, U+2066",
            '\u{2067}' => "right-to-left isolate, U+2067",
            '\u{2068}' => "first strong isolate, U+2068",
            _ => "end of an isolate, U+2069",
        }
    }

    /// The character that it lacks.
    pub fn partner(&self) -> &'static str {
        match self.character {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => "U+202C",
            '\u{2066}'..='\u{2068}' => "U+2069",
            '\u{202C}' => "U+202A or U+202B",
            _ => "U+2066, U+2067 or U+2068",
        }
    }
}

/// The controls that have no partner in their paragraph, in order. The end of a paragraph closes everything.
pub fn lone_controls(text: &str) -> Vec<LoneControl> {
    let (mut lone, mut open): (Vec<LoneControl>, Vec<LoneControl>) = (Vec::new(), Vec::new());
    // All of them begin with this byte, and most texts have none.
    if memchr::memchr(0xE2, text.as_bytes()).is_none() {
        return lone;
    }
    for (at, character) in text.char_indices() {
        let control = |opens| LoneControl { range: at..at + character.len_utf8(), character, opens };
        match character {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' | '\u{2066}'..='\u{2068}' => open.push(control(true)),
            // The end of an isolate closes the embeddings inside it; they stay without an end of their own.
            '\u{2069}' => match open.iter().rposition(|opening| is_isolate(opening.character)) {
                Some(isolate) => {
                    lone.extend(open.drain(isolate..).skip(1));
                }
                None => lone.push(control(false)),
            },
            '\u{202C}' => match open.last() {
                Some(opening) if !is_isolate(opening.character) => {
                    open.pop();
                }
                _ => lone.push(control(false)),
            },
            '\n' | '\r' | '\u{85}' | '\u{2029}' => lone.append(&mut open),
            _ => {}
        }
    }
    lone.append(&mut open);
    lone.sort_by_key(|control| control.range.start);
    lone
}

fn is_isolate(character: char) -> bool {
    matches!(character, '\u{2066}'..='\u{2068}')
}

/// Which way the first letter of a text is read, with its place. A mark that only says the direction counts.
pub fn first_strong(text: &str, variables: &[crate::text::Variable]) -> Option<(Direction, Range<usize>)> {
    let strong = |(at, character): (usize, char)| {
        let direction = match character {
            '\u{200E}' | '\u{202A}' | '\u{202D}' | '\u{2066}' => Direction::LeftToRight,
            '\u{200F}' | '\u{61C}' | '\u{202B}' | '\u{202E}' | '\u{2067}' => Direction::RightToLeft,
            _ if Script::of(character)?.is_right_to_left() => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        };
        Some((direction, at..at + character.len_utf8()))
    };
    outside(text, variables.iter().map(|variable| variable.range.clone())).find_map(strong)
}

/// The characters of a text outside of some ranges, which are in its order.
pub fn outside(text: &str, ranges: impl Iterator<Item = Range<usize>>) -> impl Iterator<Item = (usize, char)> {
    let mut ranges = ranges.peekable();
    text.char_indices().filter(move |(at, _)| {
        while ranges.next_if(|range| range.end <= *at).is_some() {}
        ranges.peek().is_none_or(|range| *at < range.start)
    })
}

/// The ways a line is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // Their own names.
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lone_controls_are_told() {
        let lone = |text: &str| lone_controls(text).iter().map(|it| it.character).collect::<Vec<_>>();
        assert_eq!(lone("a\u{202B}b\u{202C}c \u{2067}x\u{2069}"), Vec::<char>::new());
        assert_eq!(lone("a\u{202E}b"), ['\u{202E}']);
        assert_eq!(lone("a\u{202C}b"), ['\u{202C}']);
        assert_eq!(lone("\u{2067}a\u{202A}b\u{2069}"), ['\u{202A}']);
        assert_eq!(lone("\u{2068}a\n\u{2069}"), ['\u{2068}', '\u{2069}']);
        assert_eq!(lone("\u{2066}a\u{202C}b\u{2069}"), ['\u{202C}']);
    }

    #[test]
    fn the_first_letter_decides() {
        use Direction::*;
        let first = |text: &str| first_strong(text, &[]).map(|(direction, _)| direction);
        assert_eq!(first("123 شكرا ok"), Some(RightToLeft));
        assert_eq!(first("🎉 Shop שלום"), Some(LeftToRight));
        assert_eq!(first("\u{200F}Shop שלום"), Some(RightToLeft));
        assert_eq!(first("12!"), None);
    }
}
