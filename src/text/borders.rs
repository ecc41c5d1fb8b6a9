//! Where words end, also in scripts that put no blanks between them.

use super::folded::is_word;

/// Whether one word goes on between two characters. Where a script without blanks begins or ends, nothing does.
pub fn is_joined(before: Option<char>, after: Option<char>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => is_word(before) && is_word(after) && !is_unspaced(before) && !is_unspaced(after),
        _ => false,
    }
}

/// How many bytes of a text belong to the word that it begins in.
pub fn unbroken(text: &str) -> usize {
    length_of(text, |character| is_word(character) && !is_unspaced(character))
}

/// How many bytes of a text come before the first character that does not belong.
pub(crate) fn length_of(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|character| !belongs(character)).unwrap_or(text.len())
}

/// Scripts that put no blanks between words, and Korean, which writes particles together with them.
pub fn is_unspaced(character: char) -> bool {
    matches!(character, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1100}'..='\u{11FF}'
        | '\u{1780}'..='\u{17FF}' | '\u{3005}'..='\u{318F}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}')
}
