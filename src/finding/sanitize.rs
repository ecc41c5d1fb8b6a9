//! The one gate every text passes on its way to a terminal or a log.

use std::borrow::Cow;

/// Makes control, escape and direction characters visible, so that a file can not move a reader's cursor,
/// colour a terminal or reorder a line. Joiners, which emoji and Indic letters need, are kept.
pub fn sanitize(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            _ if !is_unsafe(character) => safe.push(character),
            // Unicode has a picture for each of these.
            '\0'..='\u{1F}' => safe.push(char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{FFFD}')),
            '\u{7F}' => safe.push('\u{2421}'),
            _ => safe.push_str(&format!("<U+{:04X}>", u32::from(character))),
        }
    }
    Cow::Owned(safe)
}

/// Whether a character could move a cursor, colour a terminal or reorder a line.
pub fn is_unsafe(character: char) -> bool {
    matches!(character,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}'
        // Bidirectional controls and line separators.
        | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}'
        // Invisible: a zero-width space, a byte order mark, soft hyphen, tag characters.
        | '\u{AD}' | '\u{180E}' | '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E001F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_move_a_cursor_becomes_visible() {
        assert_eq!(sanitize("a\x1b[31mb\n\u{202E}c\u{9B}"), "a␛[31mb␊<U+202E>c<U+009B>");
    }

    #[test]
    fn joined_emoji_and_letters_stay_as_they_are() {
        let text = "👩\u{200D}👧 क्\u{200D}ष می\u{200C}خواهم";
        assert!(matches!(sanitize(text), Cow::Borrowed(same) if same == text));
    }
}
