//! A replacement in the words of the scalar that will hold it.

use std::ops::Range;

use crate::syntax::Style;

/// Writes `replacement`, which takes the place of `range` in a scalar of that style and value. Nothing where
/// the style can not hold it.
pub fn encode(replacement: &str, style: Style, value: &str, range: &Range<usize>) -> Option<String> {
    let breaks = replacement.contains(['\n', '\r', '\t']);
    match style {
        Style::DoubleQuoted => Some(escaped(replacement)),
        Style::SingleQuoted => (!breaks).then(|| replacement.replace('\'', "''")),
        Style::Literal | Style::Folded => (!breaks).then(|| replacement.to_owned()),
        Style::Plain => {
            let mut whole = value.to_owned();
            whole.replace_range(range.clone(), replacement);
            (!breaks && is_plain(&whole) && !replacement.contains([',', '[', ']', '{', '}']))
                .then(|| replacement.to_owned())
        }
    }
}

/// A text between double quotes, as YAML and JSON both read it.
pub fn double_quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FEFF}' => {
                out.push_str(&format!("\\u{:04X}", u32::from(character)));
            }
            _ => out.push(character),
        }
    }
    out
}

/// Whether a text means itself without quotes.
fn is_plain(text: &str) -> bool {
    let starts_badly = text.starts_with(|c: char| "-?:,[]{}#&*!|>'\"%@` \t".contains(c));
    !(text.is_empty() || starts_badly || text.ends_with([' ', '\t', ':']) || text.contains(": ") || text.contains(" #"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_replacement_is_written_as_its_scalar_is() {
        assert_eq!(encode("it's", Style::SingleQuoted, "x", &(0..1)).as_deref(), Some("it''s"));
        assert_eq!(encode("a\"\n", Style::DoubleQuoted, "x", &(0..1)).as_deref(), Some("a\\\"\\n"));
        assert_eq!(encode("a\nb", Style::Literal, "x", &(0..1)), None);
        assert_eq!(encode("UTILITY", Style::Plain, "utility", &(0..7)).as_deref(), Some("UTILITY"));
        assert_eq!(encode("*a", Style::Plain, "x", &(0..1)), None);
        assert_eq!(encode(": b", Style::Plain, "a x", &(2..3)), None);
    }
}
