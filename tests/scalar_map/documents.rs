//! Random YAML documents with scalars in every style, written in every layout we could think of.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::texts::{Block, Text, blocks, column, indent, texts};

/// A stream of documents, as bytes of a file.
pub fn streams() -> impl Strategy<Value = String> {
    (vec(documents(), 1..=2), select(vec!["\n", "\n", "\r\n", "\r"]), any::<bool>(), any::<bool>()).prop_map(
        |(documents, line_break, byte_order_mark, open_end)| {
            let mut text = String::new();
            for (index, document) in documents.iter().enumerate() {
                document.write(&mut text, index > 0);
            }
            if open_end && text.ends_with('\n') {
                text.pop();
            }
            let mark = if byte_order_mark { "\u{feff}" } else { "" };
            format!("{mark}{}", text.replace('\n', line_break))
        },
    )
}

#[derive(Clone, Debug)]
struct Document {
    marker: bool,
    same_line: bool,
    end: bool,
    value: Value,
}

fn documents() -> impl Strategy<Value = Document> {
    (any::<bool>(), any::<bool>(), any::<bool>(), values()).prop_map(|(marker, same_line, end, value)| Document {
        marker,
        same_line,
        end,
        value,
    })
}

impl Document {
    fn write(&self, out: &mut String, marker: bool) {
        let marker = marker || self.marker || matches!(self.value, Value::Absent);
        let block_collection = matches!(self.value, Value::Map(..) | Value::List(..));
        out.push_str(if marker { "---" } else { "# No marker" });
        if !marker || block_collection || !self.same_line {
            out.push('\n');
        }
        write_value(out, &self.value, -1);
        if self.end {
            out.push_str("...\n");
        }
    }
}

/// A value in block context.
#[derive(Clone, Debug)]
enum Value {
    Absent,
    Flow(Flow, Option<&'static str>),
    Block(Block),
    List(Vec<Value>, Layout),
    Map(Vec<(Key, Value)>, Layout),
}

#[derive(Clone, Debug)]
enum Key {
    Implicit(Text),
    /// Behind a `?`, where a key may have several lines.
    Explicit(Box<Value>),
}

/// How a block collection is placed below its parent.
#[derive(Clone, Copy, Debug)]
struct Layout {
    /// Whether it starts on the line of its parent's `-`.
    compact: bool,
    step: usize,
}

fn values() -> impl Strategy<Value = Value> {
    let comment = select(vec![None, None, Some(" # note"), Some("\t# it's \"a\" |-")]);
    let scalars = prop_oneof![
        1 => Just(Value::Absent),
        6 => (flows(), comment).prop_map(|(flow, comment)| Value::Flow(flow, comment)),
        6 => blocks().prop_map(Value::Block),
    ]
    .boxed();
    let explicit = scalars.clone();
    scalars.prop_recursive(3, 16, 4, move |value| {
        let layout = || (any::<bool>(), 0_usize..4).prop_map(|(compact, step)| Layout { compact, step });
        let keys = prop_oneof![
            4 => texts().prop_map(|text| Key::Implicit(text.into_key())),
            1 => explicit.clone().prop_map(|key| Key::Explicit(Box::new(key))),
        ];
        prop_oneof![
            (vec(value.clone(), 1..4), layout()).prop_map(|(items, layout)| Value::List(items, layout)),
            (vec((keys, value), 1..4), layout()).prop_map(|(entries, layout)| Value::Map(entries, layout)),
        ]
    })
}

/// Writes a value behind the `-` or `:` of a collection at column `parent`, to the end of its last line.
fn write_value(out: &mut String, value: &Value, parent: isize) {
    let behind_dash = out.ends_with('-');
    match value {
        Value::Absent => out.push('\n'),
        Value::Flow(flow, comment) => {
            separate(out);
            flow.write(out, column(parent, 1).max(1), false);
            out.push_str(comment.unwrap_or_default());
            out.push('\n');
        }
        Value::Block(block) => {
            separate(out);
            block.write(out, parent);
        }
        Value::List(items, layout) => {
            let at = layout.start(out, parent, behind_dash, usize::from(behind_dash || parent < 0));
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    indent(out, at);
                }
                out.push('-');
                write_value(out, item, at as isize);
            }
        }
        Value::Map(entries, layout) => {
            let at = layout.start(out, parent, behind_dash, 1);
            for (index, (key, value)) in entries.iter().enumerate() {
                if index > 0 {
                    indent(out, at);
                }
                match key {
                    Key::Implicit(text) => text.write(out, 0, false),
                    Key::Explicit(key) => {
                        out.push('?');
                        write_value(out, key, at as isize);
                        indent(out, at);
                    }
                }
                out.push(':');
                write_value(out, value, at as isize);
            }
        }
    }
}

impl Layout {
    /// Starts a block collection and returns its column.
    fn start(self, out: &mut String, parent: isize, behind_dash: bool, least_step: usize) -> usize {
        if behind_dash && self.compact {
            out.push(' ');
            return column(parent, 2);
        }
        if !out.ends_with('\n') {
            out.push('\n');
        }
        let at = column(parent, self.step.max(least_step));
        indent(out, at);
        at
    }
}

fn separate(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push(' ');
    }
}

/// A value that may stand in a flow collection, on one line or several.
#[derive(Clone, Debug)]
enum Flow {
    Text(Text),
    List(Vec<Flow>, &'static str),
    Map(Vec<(Text, Flow)>, &'static str),
}

fn flows() -> impl Strategy<Value = Flow> {
    texts().prop_map(Flow::Text).prop_recursive(2, 8, 3, |flow| {
        let separator = select(vec![", ", ",", ",\n", " ,\n  "]);
        prop_oneof![
            (vec(flow.clone(), 0..3), separator.clone()).prop_map(|(items, separator)| Flow::List(items, separator)),
            (vec((texts().prop_map(Text::into_key), flow), 0..3), separator)
                .prop_map(|(entries, separator)| Flow::Map(entries, separator)),
        ]
    })
}

impl Flow {
    fn write(&self, out: &mut String, column: usize, in_flow: bool) {
        match self {
            Flow::Text(text) => text.write(out, column, in_flow),
            Flow::List(items, separator) => {
                out.push('[');
                for item in items {
                    item.write(out, column, true);
                    write_separator(out, separator, column);
                }
                out.push(']');
            }
            Flow::Map(entries, separator) => {
                out.push('{');
                for (key, value) in entries {
                    key.write(out, column, true);
                    out.push_str(": ");
                    value.write(out, column, true);
                    write_separator(out, separator, column);
                }
                out.push('}');
            }
        }
    }
}

fn write_separator(out: &mut String, separator: &str, column: usize) {
    out.push_str(separator);
    if separator.contains('\n') {
        indent(out, column);
    }
}
