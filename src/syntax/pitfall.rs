//! Text that YAML takes for syntax: what a marketer writes, and what a YAML reader makes of it.

use super::Span;

/// A value that has to be quoted to mean what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pitfall {
    /// What YAML sees in it.
    pub kind: PitfallKind,
    /// The text as its author meant it.
    pub value: Span,
}

/// The character that makes YAML misread a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PitfallKind {
    /// `{{1}} hi`: `{` opens a mapping.
    Brace,
    /// `[Shop] now`: `[` opens a list.
    Bracket,
    /// `*Sale* today`: `*` refers to an anchor.
    Asterisk,
    /// `` `code` ``: reserved.
    Backtick,
    /// `@you`: reserved.
    At,
    /// `> quote` or `| text`: opens a block of text.
    Block,
    /// `%20 off`: opens a directive.
    Percent,
    /// `!sale now`: `!` names a type.
    Exclamation,
    /// `&co x`: `&` names an anchor.
    Ampersand,
    /// `50% off: today`: `: ` ends a key.
    Colon,
    /// `- item`, `? item`: opens an item.
    Item,
    /// `"Hi" there`: text behind a closing quote.
    Quote,
}

/// What makes the value at `start` unreadable, when the parser stopped at `stopped` on the same line.
pub(super) fn kind(text: &str, start: usize, stopped: usize) -> Option<PitfallKind> {
    let value = text.get(start..)?;
    let line = value.split(['\n', '\r']).next()?;
    if stopped < start || stopped > start + line.len() {
        return None;
    }
    let mut chars = line.chars();
    let (first, second) = (chars.next()?, chars.next());
    let kind = match first {
        '{' => PitfallKind::Brace,
        '[' => PitfallKind::Bracket,
        '*' => PitfallKind::Asterisk,
        '`' => PitfallKind::Backtick,
        '@' => PitfallKind::At,
        '%' => PitfallKind::Percent,
        '!' => PitfallKind::Exclamation,
        '&' => PitfallKind::Ampersand,
        '>' | '|' => PitfallKind::Block,
        '-' | '?' if second.is_none_or(|next| next == ' ') => PitfallKind::Item,
        '"' | '\'' => {
            let closed = line[first.len_utf8()..].contains(first);
            return closed.then_some(PitfallKind::Quote).filter(|_| stopped > start);
        }
        _ => return colon(line).then_some(PitfallKind::Colon),
    };
    // A closed `{...}` or `[...]` with nothing behind it is a collection, not text.
    Some(kind)
}

fn colon(line: &str) -> bool {
    line.contains(": ") || line.ends_with(':')
}

/// The whole of the text that starts at `start`: the rest of its line up to a comment, and the lines that
/// continue it.
pub(super) fn extent(text: &str, start: usize) -> Option<Span> {
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    if is_in_brackets(&text[line_start..start]) {
        let length = length_in_brackets(&text[start..]);
        return (length > 0).then(|| Span::new(start, start + length));
    }
    let indent = indentation(&text[line_start..]);
    let mut lines = text[start..].split_inclusive('\n');
    let mut offset = start;
    let mut end = start;
    let mut first = true;
    for line in &mut lines {
        let content = without_comment(line);
        if !first && (content.is_empty() || indentation(line) <= indent || line.trim_start().starts_with('#')) {
            break;
        }
        end = offset + content.len();
        offset += line.len();
        if content.len() < line.trim_end().len() {
            break; // A comment ends the value.
        }
        first = false;
    }
    (end > start).then(|| Span::new(start, end))
}

/// Whether what follows on the line stands in `{...}` or `[...]`.
fn is_in_brackets(line: &str) -> bool {
    let (mut depth, mut quote) = (0_usize, None);
    for character in line.chars() {
        match (quote, character) {
            (Some(mark), _) if mark == character => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(character),
            (None, '{' | '[') => depth += 1,
            (None, '}' | ']') => depth = depth.saturating_sub(1),
            (None, _) => {}
        }
    }
    depth > 0
}

/// How long a text in brackets is: up to the comma or the bracket that ends it. Its own `{{1}}` does not.
fn length_in_brackets(rest: &str) -> usize {
    let line = rest.split(['\n', '\r']).next().unwrap_or_default();
    let mut depth = 0_usize;
    let end = line.char_indices().find_map(|(at, character)| match character {
        '{' | '[' => {
            depth += 1;
            None
        }
        '}' | ']' if depth > 0 => {
            depth -= 1;
            None
        }
        '}' | ']' => Some(at),
        ',' if depth == 0 && line[at + 1..].starts_with([' ', '\t']) => Some(at),
        _ => None,
    });
    line[..end.unwrap_or(line.len())].trim_end().len()
}

/// Whether nothing but text stands between `from` and the end of the line.
pub(super) fn is_single_line_value(text: &str, from: usize) -> bool {
    let rest = text[from..].split(['\n', '\r']).next().unwrap_or("").trim();
    !rest.is_empty() && !rest.starts_with('#') && !rest.starts_with(['|', '>', '{', '[', '"', '\'']) && !colon(rest)
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// A line without its comment and the blanks at its end. `#1` is text somebody meant; `# why` is a comment.
fn without_comment(line: &str) -> &str {
    let line = line.trim_end();
    match line.find(" # ") {
        Some(at) => line[..at].trim_end(),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_brackets_ends_with_its_bracket_or_comma() {
        let value = |text: &str| {
            let start = text.find(['*', '`']).unwrap();
            extent(text, start).map(|span| text[span.range()].to_owned())
        };
        assert_eq!(value("a: {b: *Sale* {{1}}, c: d}\n").as_deref(), Some("*Sale* {{1}}"));
        assert_eq!(value("a: [\"x]\", `b` }, c]\n").as_deref(), Some("`b`"));
        assert_eq!(value("a: *Sale* 1,000 and, more\n").as_deref(), Some("*Sale* 1,000 and, more"));
        assert_eq!(value("a: {b: c} *d\n").as_deref(), Some("*d"));
    }
}
