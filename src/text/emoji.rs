//! Emoji as a reader sees them: a family, a flag or a thumb with a skin tone is one.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use unicode_segmentation::UnicodeSegmentation;

/// What the first characters of an emoji look like: shown as a picture by itself, or asked to by U+FE0F.
/// Keycaps and the signs © ® ™ are left out, because Meta's own counting of them is not known.
static EMOJI: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(?:\p{Emoji_Presentation}|[\p{Extended_Pictographic}--©®™]\u{FE0F})").ok());

/// The emoji of a text, in bytes.
pub fn find(text: &str) -> impl Iterator<Item = Range<usize>> {
    // The lowest emoji are in U+203C; scripts below, and plain Latin, need no closer look.
    let is_high = |character: char| character >= '\u{203C}';
    let candidates = if text.contains(is_high) { text } else { "" };
    candidates
        .grapheme_indices(true)
        .filter(move |(_, grapheme)| grapheme.starts_with(is_high))
        .filter(|(_, grapheme)| EMOJI.as_ref().is_some_and(|emoji| emoji.is_match(grapheme)))
        .map(|(start, grapheme)| start..start + grapheme.len())
}

/// Whether there is an emoji.
pub fn contains(text: &str) -> bool {
    find(text).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_emoji_is_what_a_reader_counts_as_one() {
        let text = "Hi 👩‍👩‍👧 and 🇧🇷, 👍🏽 ❤️ नमस्ते 你好 🥱";
        let found: Vec<&str> = find(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["👩‍👩‍👧", "🇧🇷", "👍🏽", "❤️", "🥱"]);
    }

    #[test]
    fn signs_and_digits_are_not_emoji() {
        for text in ["© 2026 ® ™", "1️⃣ 2⃣ #", "★ ✓ → €", "①②", "中文 العربية"] {
            assert!(!contains(text), "{text}");
        }
    }
}
