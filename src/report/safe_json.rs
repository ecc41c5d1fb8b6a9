//! JSON that is as harmless in a terminal or a log as any other text, and still means the same.

use std::io;

use serde::Serialize;

use crate::finding::is_unsafe;

/// Writes a value over several lines. Characters that could move a cursor or reorder a line become escapes, which
/// every reader of JSON turns back.
///
/// # Errors
/// What the writer says.
pub fn write(value: &impl Serialize, out: &mut dyn io::Write) -> io::Result<()> {
    let mut safe = harmless(&serde_json::to_string_pretty(value)?);
    safe.push('\n');
    out.write_all(safe.as_bytes())
}

/// A value on one line, without a line break, as harmless.
///
/// # Errors
/// What the serializer says.
pub fn one_line(value: &impl Serialize) -> io::Result<String> {
    Ok(harmless(&serde_json::to_string(value)?))
}

fn harmless(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 64);
    // Outside of strings JSON has nothing unsafe but the line breaks written here, and no number sign.
    for character in text.chars() {
        if character == '[' && (safe.ends_with("##") || safe.ends_with("##vso")) {
            // GitHub's and Azure's runners look for their old commands in the middle of lines.
            safe.push_str("\\u005b");
        } else if character == '\n' || !is_unsafe(character) {
            safe.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                safe.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_escaped_is_read_back_as_it_was() {
        let text = "a\x1b\u{202E}\u{9B}\u{E0041}\u{7F}##[error]##vso[a]👩\u{200D}👧 \u{E0001}";
        let mut out = Vec::new();
        write(&[text], &mut out).unwrap();
        let written = String::from_utf8(out).unwrap();
        assert!(!written.chars().any(|character| character != '\n' && is_unsafe(character)), "{written}");
        assert!(!written.contains("##[") && !written.contains("##vso["), "{written}");
        assert_eq!(serde_json::from_str::<Vec<String>>(&written).unwrap(), [text]);
    }
}
