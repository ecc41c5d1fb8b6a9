//! Writes JSON as the Graph API takes it.

use super::value::{Kind, Node};

/// Writes a value over several lines, without a line break at the end.
pub fn write_json(node: &Node, out: &mut Vec<u8>) {
    let mut text = String::new();
    value(node, 0, &mut text);
    out.extend_from_slice(text.as_bytes());
}

fn value(node: &Node, depth: usize, out: &mut String) {
    match &node.kind {
        Kind::Null => out.push_str("null"),
        Kind::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        Kind::Number(digits) => out.push_str(digits),
        Kind::Text(text) => quoted(text, out),
        Kind::List(items) => {
            let items = items.iter().map(|item| (None, item));
            group(['[', ']'], items, depth, out);
        }
        Kind::Map(entries) => {
            let entries = entries.iter().map(|(key, value)| (Some(&**key), value));
            group(['{', '}'], entries, depth, out);
        }
    }
}

fn group<'n>(
    [open, close]: [char; 2],
    items: impl ExactSizeIterator<Item = (Option<&'n str>, &'n Node)>,
    depth: usize,
    out: &mut String,
) {
    out.push(open);
    let empty = items.len() == 0;
    for (index, (key, item)) in items.enumerate() {
        if index > 0 {
            out.push(',');
        }
        new_line(depth + 1, out);
        if let Some(key) = key {
            quoted(key, out);
            out.push_str(": ");
        }
        value(item, depth + 1, out);
    }
    if !empty {
        new_line(depth, out);
    }
    out.push(close);
}

fn new_line(depth: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

/// Writes a text between double quotes, with escapes that JSON and YAML read alike.
pub(super) fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if must_be_escaped(character) => out.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ => out.push(character),
        }
    }
    out.push('"');
}

/// Whether a character would be invisible and steer what reads the file: control characters, line breaks that only
/// some know, overrides of the direction, what is no character at all.
pub(super) fn must_be_escaped(character: char) -> bool {
    matches!(character,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}
