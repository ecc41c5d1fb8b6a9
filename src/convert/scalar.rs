//! How a text is written in YAML so that readers of YAML 1.2 and of YAML 1.1 read the same text.

use super::json::{must_be_escaped, quoted};

/// What readers of YAML 1.1 or 1.2 take for something else than a text.
const WORDS: &[&str] =
    &["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<", ".inf", "-.inf", "+.inf", ".nan"];

/// Writes a text on one line; between quotes only where it would not be read as that text without.
pub(super) fn write(text: &str, flow: bool, out: &mut String) {
    if is_plain(text, flow) {
        out.push_str(text);
    } else if text.contains(['"', '\\'])
        && !text.contains(['\'', '\n', '\r', '\t'])
        && !text.chars().any(must_be_escaped)
    {
        out.push('\'');
        out.push_str(text);
        out.push('\'');
    } else {
        quoted(text, out);
    }
}

fn is_plain(text: &str, flow: bool) -> bool {
    let starts_badly = text.starts_with(|c: char| "-?:,[]{}#&*!|>'\"%@`.".contains(c) || c.is_whitespace());
    let ends_badly = text.ends_with(|c: char| c == ':' || c.is_whitespace());
    let syntax = text.contains(": ") || text.contains(" #") || text.contains("\t");
    let syntax_of_flow = flow && text.contains([',', '[', ']', '{', '}', ':', '?', '#', '"', '\'']);
    !(text.is_empty()
        || starts_badly
        || ends_badly
        || syntax
        || syntax_of_flow
        || text.chars().any(must_be_escaped)
        || WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
        || may_be_number(text))
}

/// Whether a reader may take it for a number or a date: `0123`, `1_000`, `12:30`, `1e3`, `0x1F`, `2026-05-14`.
fn may_be_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || c == '+')
        && text.bytes().all(|byte| byte.is_ascii_hexdigit() || b"xXoO_.,:+-tTzZ ".contains(&byte))
}

/// Whether a text is to be written over several lines, as it will be read by people.
pub(super) fn is_block(text: &str) -> bool {
    text.contains('\n')
        // These begin or end in a way that a block shows badly, or does not keep.
        && !text.starts_with(|c: char| c.is_whitespace())
        && !text.ends_with('\n')
        && !text.lines().last().is_some_and(|line| line.trim().is_empty())
        && !text.chars().any(|character| character != '\n' && must_be_escaped(character) && character != '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut out = String::new();
        write(text, false, &mut out);
        out
    }

    #[test]
    fn quotes_stand_only_where_they_are_needed() {
        for text in [
            "Track order",
            "A-1042",
            "14 de mayo",
            "5月14日",
            "Hi {{name}}, it's *here*",
            "https://a.example/b",
            "مرحبًا",
        ] {
            assert_eq!(written(text), text);
        }
        for text in [
            "",
            "no",
            "Off",
            "NULL",
            "~",
            "12",
            "0123",
            "1_000",
            "12:30",
            "2026-05-14",
            "+34600111222",
            "1e3",
            ".5",
            "0x1F",
            "{{1}} hi",
            "*Sale*",
            "- a",
            "a: b",
            "a #b",
            "a:",
            " a",
            "a ",
            "> x",
            "a\tb",
            "\u{85}x",
            "---",
            "...",
            "a\u{202E}b",
        ] {
            assert!(written(text).starts_with('"'), "{text:?}");
        }
        assert_eq!(written("\"Sale\" #1 today #2"), "'\"Sale\" #1 today #2'");
    }

    #[test]
    fn what_a_block_would_change_is_no_block() {
        assert!(is_block("Hi\n\n• one \nbye"));
        for text in ["one line", "Hi\n", "\nHi", " Hi\nyou", "Hi\nyou\n ", "Hi\r\nyou", "Hi\nyou\u{2028}"] {
            assert!(!is_block(text), "{text:?}");
        }
    }
}
