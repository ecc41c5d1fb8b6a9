//! Taking a key with its value, or an item of a list, out of a file.

use std::ops::Range;

use crate::finding::{Edit, Place};
use crate::rules::File;
use crate::syntax::{NodeId, Span};

/// The edit that takes out a key with its value. Empty where it is the only one of its group, where a comment would
/// go with it, or where the place is not written plainly enough to be sure of.
pub fn remove_entry(file: &File, value: NodeId) -> Vec<Edit> {
    let entries = file.tree().parent(value).and_then(|parent| file.tree().entries(parent)).unwrap_or_default();
    let key = entries.iter().find(|(_, found)| *found == value).map(|(key, _)| file.tree().span(*key).range());
    let range = key.filter(|_| entries.len() > 1).and_then(|key| {
        let (start, end) = (key.start, file.tree().span(value).range().end.max(key.end));
        in_flow(file.source.text(), start, end).or_else(|| in_block(file.source.text(), start, end, ""))
    });
    removal(file, range)
}

/// The edit that takes an item out of a list. Empty in the same cases.
pub fn remove_item(file: &File, item: NodeId) -> Vec<Edit> {
    let items = file.tree().parent(item).and_then(|parent| file.tree().items(parent)).unwrap_or_default();
    let range = Some(file.tree().span(item).range()).filter(|_| items.len() > 1).and_then(|Range { start, end }| {
        in_flow(file.source.text(), start, end).or_else(|| in_block(file.source.text(), start, end, "-"))
    });
    removal(file, range)
}

fn removal(file: &File, range: Option<Range<usize>>) -> Vec<Edit> {
    let holds_comment =
        |range: &Range<usize>| file.tree().comments().iter().any(|comment| range.contains(&comment.span.range().start));
    let edit = |range: Range<usize>| {
        let place = Place { file: file.id, span: Span::new(range.start, range.end) };
        Edit { place, text: String::new() }
    };
    range.filter(|range| !holds_comment(range)).map(edit).into_iter().collect()
}

/// With the comma behind it, else with the one before it, and with the line that it has for itself.
fn in_flow(text: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let before = text[..start].trim_end();
    let rest = text[end..].trim_start();
    let Some(next) = rest.strip_prefix(',') else {
        return (rest.starts_with(['}', ']']) && before.ends_with(',')).then(|| before.len() - 1..end);
    };
    if !before.ends_with(['{', '[', ',']) {
        return None; // A block, whose text goes on with a comma in its next line.
    }
    let after = next.trim_start_matches([' ', '\t']);
    let behind = text.len() - after.len();
    let line = line_start(text, start);
    let alone = text[line..start].trim().is_empty();
    Some(if alone && (after.starts_with('\n') || after.starts_with("\r\n")) {
        line..behind + after.find('\n').map_or(0, |at| at + 1)
    } else {
        start..behind
    })
}

/// Whole lines, where the key or the item begins one and its value ends one.
fn in_block(text: &str, start: usize, end: usize, sign: &str) -> Option<Range<usize>> {
    let line = line_start(text, start);
    // The span of a block of text ends behind its last line break.
    let closed = end > start && text[..end].ends_with('\n');
    let line_end = if closed { end } else { text[end..].find('\n').map_or(text.len(), |at| end + at + 1) };
    let alone = text[line..start].trim() == sign && text[end..line_end].trim().is_empty();
    alone.then_some(line..line_end)
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::FileId;
    use crate::input::Source;

    /// The text without the key `dead`, or the item that says so; nothing where it stays.
    fn without(text: &str) -> Option<String> {
        let file = File::read(FileId(0), Source::new("a.yaml", text.as_bytes().to_vec()), true);
        let at = text.find("dead").unwrap();
        let (id, _) = file
            .tree()
            .iter()
            .find(|(id, node)| node.span.range().contains(&at) && file.tree().scalar(*id).is_some())?;
        let parent = file.tree().parent(id)?;
        let entry = file.tree().entries(parent).and_then(|entries| entries.iter().find(|(key, _)| *key == id));
        let edits = match entry {
            Some((_, value)) => remove_entry(&file, *value),
            None => remove_item(&file, id),
        };
        let range = edits.first()?.place.span.range();
        Some(format!("{}{}", &text[..range.start], &text[range.end..]))
    }

    #[test]
    fn a_key_goes_with_its_value_and_its_line() {
        for (text, left) in [
            ("a: 1\ndead: true\nb: 2\n", "a: 1\nb: 2\n"),
            ("a: 1\r\ndead: true\r\n", "a: 1\r\n"),
            ("a: 1\ndead: true", "a: 1\n"),
            ("a: 1\ndead:\n  - 1\n  - 2\nb: 2\n", "a: 1\nb: 2\n"),
            ("a: 1\ndead: |\n  x\n  y\nb: 2\n", "a: 1\nb: 2\n"),
            ("{\n  \"a\": 1,\n  \"dead\": true,\n  \"b\": 2\n}", "{\n  \"a\": 1,\n  \"b\": 2\n}"),
            ("{\n  \"a\": 1,\n  \"dead\": true\n}", "{\n  \"a\": 1\n}"),
            ("{dead: [1, 2], b: 2}", "{b: 2}"),
            ("- {a: 1, dead: true}", "- {a: 1}"),
        ] {
            assert_eq!(without(text).as_deref(), Some(left), "{text:?}");
        }
    }

    #[test]
    fn an_item_goes_with_its_comma_or_its_line() {
        for (text, left) in [
            ("a: [x, dead, y]", "a: [x, y]"),
            ("a: [dead, y]", "a: [y]"),
            ("a: [x, dead]", "a: [x]"),
            ("a:\n  - x\n  - dead\n  - y\n", "a:\n  - x\n  - y\n"),
        ] {
            assert_eq!(without(text).as_deref(), Some(left), "{text:?}");
        }
    }

    #[test]
    fn what_can_not_go_without_harm_stays() {
        for text in [
            "dead: true\n",
            "a: 1\ndead: true # why\n",
            "a: 1\ndead: # why\n  - 1\n",
            "- dead: true\n  a: 1\n",
            "a: 1\n? dead\n: true\n",
            "a: [dead]\n",
            "- - dead\n  - x\n",
        ] {
            assert_eq!(without(text), None, "{text:?}");
        }
    }
}
