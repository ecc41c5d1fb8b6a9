//! A replacement in the words of the scalar that will hold it.

use std::ops::Range;

use crate::syntax::Style;

const FLOW_SIGNS: [char; 5] = [',', '[', ']', '{', '}'];

/// Writes `replacement`, which takes the place of `range` in a scalar of that style and value. Nothing where
/// the style can not hold it.
pub fn encode(replacement: &str, style: Style, value: &str, range: &Range<usize>) -> Option<String> {
    let breaks = replacement.contains(['\n', '\r', '\t']);
    match style {
        Style::DoubleQuoted => Some(escaped(replacement)),
        Style::SingleQuoted => (!breaks).then(|| replacement.replace('\'', "''")),
        Style::Literal | Style::Folded => (!breaks).then(|| replacement.to_owned()),
        Style::Plain => {
            // Between `[` and `]` or `{` and `}` a text without quotes can not hold these; one that does is not there.
            let fits = value.contains(FLOW_SIGNS) || !replacement.contains(FLOW_SIGNS);
            (!breaks && fits && stays_plain(replacement, value, range)).then(|| replacement.to_owned())
        }
    }
}

/// Whether a text without quotes still means itself with the replacement in it. Only what is new is looked at, and
/// the characters beside it: a long text may get many replacements.
fn stays_plain(replacement: &str, value: &str, range: &Range<usize>) -> bool {
    let (before, after) = (&value[..range.start], &value[range.end..]);
    let mut seam: String = before.chars().next_back().into_iter().collect();
    seam.push_str(replacement);
    seam.extend(after.chars().next());
    let starts_badly = before.is_empty() && seam.starts_with(|c: char| "-?:,[]{}#&*!|>'\"%@` \t".contains(c));
    let ends_badly = after.is_empty() && seam.ends_with([' ', '\t', ':']);
    !(seam.is_empty() || starts_badly || ends_badly || seam.contains(": ") || seam.contains(" #"))
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
        assert_eq!(encode("", Style::Plain, "x", &(0..1)), None);
        assert_eq!(encode("", Style::Plain, "a x", &(2..3)), None);
        assert_eq!(encode(" ", Style::Plain, "a    #b", &(1..5)), None);
        assert_eq!(encode(" ", Style::Plain, "a    b", &(1..5)).as_deref(), Some(" "));
        assert_eq!(encode("{{a}}", Style::Plain, "b {a} c", &(2..5)).as_deref(), Some("{{a}}"));
        assert_eq!(encode("{{a}}", Style::Plain, "b a c", &(2..3)), None);
        assert_eq!(encode(": b", Style::Plain, "a x", &(2..3)), None);
    }
}
