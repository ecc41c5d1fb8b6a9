//! Taking a key and its value out of a file.

use std::ops::Range;

use crate::finding::{Edit, Place};
use crate::rules::File;
use crate::syntax::{NodeId, NodeKind, Span};

/// The edit that takes out a key with its value. Empty where it is the only one of its group, where a comment would
/// go with it, or where the place is not written plainly enough to be sure of.
pub fn remove_entry(file: &File, key: Span) -> Vec<Edit> {
    let range = entry(file, key).and_then(|(entries, at)| {
        let (_, value) = entries[at];
        let end = file.tree.span(value).range().end.max(key.range().end);
        let text = file.source.text();
        match entries.len() {
            1 => None,
            _ => in_flow(text, key.range().start, end).or_else(|| in_block(file, key.range().start, end)),
        }
    });
    let range = range.filter(|range| !holds_comment(file, range));
    let edit = |range: Range<usize>| Edit {
        place: Place { file: file.id, span: Span::new(range.start, range.end) },
        text: String::new(),
    };
    range.map(edit).into_iter().collect()
}

/// The group of keys that this one is in, and where in it.
fn entry(file: &File, key: Span) -> Option<(&[(NodeId, NodeId)], usize)> {
    file.tree.iter().find_map(|(_, node)| {
        let NodeKind::Mapping(entries) = &node.kind else { return None };
        let at = entries.iter().position(|(found, _)| file.tree.span(*found) == key)?;
        Some((&**entries, at))
    })
}

/// With the comma behind it, else with the one before it, and with the line that it has for itself.
fn in_flow(text: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let behind = &text[end..];
    let rest = behind.trim_start();
    let before = text[..start].trim_end();
    if let Some(next) = rest.strip_prefix(',') {
        if !before.ends_with(['{', ',']) {
            return None;
        }
        let comma = text.len() - next.len();
        let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let own_line = text[line..start].trim().is_empty();
        let blank = next.len() - next.trim_start_matches([' ', '\t']).len();
        let after = &next[blank..];
        let line_break = if after.starts_with("\r\n") { 2 } else { usize::from(after.starts_with('\n')) };
        return Some(if own_line && line_break > 0 { line..comma + blank + line_break } else { start..comma + blank });
    }
    (rest.starts_with('}') && before.ends_with(',')).then(|| before.len() - 1..end)
}

/// Whole lines, where the key begins one and the value ends one.
fn in_block(file: &File, start: usize, end: usize) -> Option<Range<usize>> {
    let text = file.source.text();
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let at_line_end = end > line && text[..end].ends_with('\n');
    let line_end = if at_line_end { end } else { text[end..].find('\n').map_or(text.len(), |at| end + at + 1) };
    let alone = text[line..start].chars().all(|blank| blank == ' ') && text[end..line_end].trim().is_empty();
    alone.then_some(line..line_end)
}

fn holds_comment(file: &File, range: &Range<usize>) -> bool {
    file.tree.comments().iter().any(|comment| range.contains(&comment.span.range().start))
}
