//! Writes YAML that people like to read: texts over several lines as blocks, samples and buttons on one line each.

use std::borrow::Cow;

use super::scalar;
use super::value::{Kind, Node};

/// The longest line on which a group of keys is written.
const WIDTH: usize = 120;

/// Writes templates as a stream of documents.
pub fn write_yaml(templates: &[Node], out: &mut Vec<u8>) {
    let mut writer = Writer { out: String::new() };
    for (index, template) in templates.iter().enumerate() {
        if index > 0 {
            writer.out.push_str("---\n");
        }
        writer.comments(template.notes.before.iter().chain(&template.notes.trailing), 0);
        writer.map(template.entries().unwrap_or(&[]), 0, Place::Template, false);
        writer.comments(template.notes.after.iter(), 0);
    }
    out.extend_from_slice(writer.out.as_bytes());
}

/// What a group of keys is: those of a template are never on one line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Template,
    Variants,
    Variant,
    Other,
}

struct Writer {
    out: String,
}

impl Writer {
    /// Writes entries; where `started`, the first one goes on where the line is.
    fn map(&mut self, entries: &[(String, Node)], indent: usize, place: Place, started: bool) {
        for (index, (key, value)) in entries.iter().enumerate() {
            if !(started && index == 0) {
                if place == Place::Variants && index > 0 {
                    self.out.push('\n');
                }
                self.comments(value.notes.before.iter(), indent);
                self.indent(indent);
            }
            let within = match place {
                Place::Template if key == "variants" => Place::Variants,
                Place::Variants => Place::Variant,
                _ => Place::Other,
            };
            scalar::write(key, false, &mut self.out);
            self.out.push(':');
            self.value(key, value, indent, within);
        }
    }

    /// Writes the value of a key, from the colon to the end of its last line.
    fn value(&mut self, key: &str, value: &Node, indent: usize, place: Place) {
        let room = WIDTH.saturating_sub(indent + key.chars().count() + 2);
        let one_line = if may_be_flow(key, value, place) { flow(value, room) } else { None };
        match (&value.kind, one_line) {
            (_, Some(line)) => {
                self.out.push(' ');
                self.out.push_str(&line);
                self.end_of_line(value);
            }
            (Kind::Map(entries), None) => {
                self.end_of_line(value);
                self.map(entries, indent + 2, place, false);
            }
            (Kind::List(items), None) => {
                self.end_of_line(value);
                self.list(items, indent + 2);
            }
            (_, None) => self.scalar(value, indent),
        }
    }

    /// Writes a scalar behind a colon or a dash.
    fn scalar(&mut self, value: &Node, indent: usize) {
        self.out.push(' ');
        match &value.kind {
            Kind::Text(text) if scalar::is_block(text) => {
                // Without the line break at the end, which only walint would know is not meant.
                self.out.push_str("|-");
                self.end_of_line(value);
                for line in text.split('\n') {
                    if !line.is_empty() {
                        self.indent(indent + 2);
                    }
                    self.out.push_str(line);
                    self.out.push('\n');
                }
            }
            _ => {
                single(value, false, &mut self.out);
                self.end_of_line(value);
            }
        }
    }

    fn list(&mut self, items: &[Node], indent: usize) {
        for item in items {
            self.comments(item.notes.before.iter(), indent);
            let one_line =
                if may_be_flow("", item, Place::Other) { flow(item, WIDTH.saturating_sub(indent + 2)) } else { None };
            match (&item.kind, one_line) {
                (_, Some(line)) => {
                    self.indent(indent);
                    self.out.push_str("- ");
                    self.out.push_str(&line);
                    self.end_of_line(item);
                }
                (Kind::Map(entries), None) => {
                    // The line of the dash is that of the first key.
                    let first = entries.first().map(|(_, value)| value.notes.before.iter()).into_iter().flatten();
                    self.comments(item.notes.trailing.iter().chain(first), indent);
                    self.indent(indent);
                    self.out.push_str("- ");
                    self.map(entries, indent + 2, Place::Other, true);
                }
                (Kind::List(items), None) => {
                    self.indent(indent);
                    self.out.push('-');
                    self.end_of_line(item);
                    self.list(items, indent + 2);
                }
                (_, None) => {
                    self.indent(indent);
                    self.out.push('-');
                    self.scalar(item, indent);
                }
            }
        }
    }

    fn comments<'n>(&mut self, comments: impl Iterator<Item = &'n String>, indent: usize) {
        for comment in comments {
            self.indent(indent);
            self.out.push_str(&on_one_line(comment));
            self.out.push('\n');
        }
    }

    fn end_of_line(&mut self, value: &Node) {
        for comment in &value.notes.trailing {
            self.out.push(' ');
            self.out.push_str(&on_one_line(comment));
        }
        self.out.push('\n');
    }

    fn indent(&mut self, indent: usize) {
        self.out.extend(std::iter::repeat_n(' ', indent));
    }
}

/// Readers of YAML 1.1 know more line breaks, behind which a comment would be over.
fn on_one_line(comment: &str) -> Cow<'_, str> {
    let is_break = |c: char| matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}');
    if comment.contains(is_break) { Cow::Owned(comment.replace(is_break, " ")) } else { Cow::Borrowed(comment) }
}

/// Whether a list or a group of keys may stand on one line: a flat one without comments or long texts of its own.
fn may_be_flow(key: &str, value: &Node, place: Place) -> bool {
    let flat = |node: &Node| match &node.kind {
        Kind::List(items) => items.iter().all(Node::is_scalar),
        _ => node.is_scalar(),
    };
    match &value.kind {
        Kind::List(items) if items.is_empty() => true,
        Kind::Map(entries) if entries.is_empty() => true,
        _ if place != Place::Other || has_comments_inside(value) => false,
        Kind::List(items) => items.iter().all(Node::is_scalar),
        // A text that people read and its samples have a line each.
        Kind::Map(entries) if matches!(key, "header" | "body" | "footer") => {
            entries.iter().all(|(key, value)| key != "text" && flat(value))
        }
        Kind::Map(entries) => entries.iter().all(|(_, value)| flat(value)),
        _ => false,
    }
}

fn has_comments_inside(value: &Node) -> bool {
    let mut count = 0_usize;
    value.each_comment(&mut |_| count += 1);
    count > value.notes.before.len() + value.notes.trailing.len() + value.notes.after.len()
}

/// The value on one line, where there is room for it.
fn flow(value: &Node, room: usize) -> Option<String> {
    let mut line = String::new();
    flow_value(value, &mut line);
    (line.chars().count() <= room || line.len() <= 2).then_some(line)
}

fn flow_value(value: &Node, out: &mut String) {
    match &value.kind {
        Kind::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                flow_value(item, out);
            }
            out.push(']');
        }
        Kind::Map(entries) => {
            out.push('{');
            for (index, (key, value)) in entries.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                scalar::write(key, true, out);
                out.push_str(": ");
                flow_value(value, out);
            }
            out.push('}');
        }
        _ => single(value, true, out),
    }
}

/// Writes a scalar on one line.
fn single(value: &Node, flow: bool, out: &mut String) {
    match &value.kind {
        Kind::Text(text) => scalar::write(text, flow, out),
        Kind::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        Kind::Number(digits) => out.push_str(digits),
        _ => out.push_str("null"),
    }
}
