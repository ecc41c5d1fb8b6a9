//! The one gate every text passes on its way into the page.

use crate::finding::sanitize;

/// Makes text harmless in an element and in a quoted attribute, and control characters visible. Marks that only tell
/// Arabic or Hebrew which way to run, and blanks without a width, are kept: the recipient's phone keeps them too, and
/// no element of the page lets them act outside of it.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            ' '..='~' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{AD}' | '\u{2060}' => {
                escaped.push(character);
            }
            _ => {
                for safe in sanitize(character.encode_utf8(&mut [0; 4])).chars() {
                    match safe {
                        '<' => escaped.push_str("&lt;"),
                        '>' => escaped.push_str("&gt;"),
                        _ => escaped.push(safe),
                    }
                }
            }
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_can_become_markup_or_move_text() {
        assert_eq!(escape("<b a=\"1\" c='2'>&"), "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;");
        assert_eq!(escape("a\0\x1b\u{202E}\u{85}"), "a␀␛&lt;U+202E&gt;&lt;U+0085&gt;");
        assert_eq!(escape("\u{200F}مرحبا 👩\u{200D}👧"), "\u{200F}مرحبا 👩\u{200D}👧");
    }
}
