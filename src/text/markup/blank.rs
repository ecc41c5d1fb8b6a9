//! What counts as blank inside delimiters: the whitespace of JavaScript, in which the client is written.

/// Whether `\s` of a JavaScript expression matches the character. Unlike Rust's own notion, it has U+FEFF and lacks
/// U+0085.
pub fn is_blank(character: char) -> bool {
    match character {
        '\t'..='\r' | ' ' => true,
        '\0'..='\u{9F}' => false,
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{2028}' | '\u{2029}' | '\u{202F}' | '\u{205F}' => true,
        '\u{3000}' | '\u{FEFF}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_blank;

    #[test]
    fn javascript_and_rust_differ_in_two_characters() {
        let different: Vec<char> = ('\0'..=char::MAX).filter(|&c| is_blank(c) != c.is_whitespace()).collect();
        assert_eq!(different, ['\u{85}', '\u{FEFF}']);
    }
}
