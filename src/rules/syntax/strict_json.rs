//! A JSON file that only YAML would read.

use crate::rules::prelude::*;
use serde::de::IgnoredAny;

use crate::syntax::Span;

/// `syntax/strict-json`
pub struct StrictJson;

impl Rule for StrictJson {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        if !file.source.is_json() || !file.complete {
            return;
        }
        // The tree is read by YAML's rules, which allow more than JSON does.
        let Err(error) = serde_json::from_str::<IgnoredAny>(file.source.text()) else { return };
        if error.is_syntax() || error.is_eof() {
            let place = cx.at(place(file, error.line(), error.column()));
            cx.report(place, format!("this is not JSON: {}", words(&error)))
                .help("tools that read JSON stop here; put it right, or name the file `.yaml`");
        }
    }
}

/// The character at a line and column as serde_json counts them: from 1, in bytes, 0 for the end of the line before.
fn place(file: &File, line: usize, column: usize) -> Span {
    let text = file.source.text();
    let line = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    let mut offset = (line + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let length = text[offset..].chars().next().filter(|character| !character.is_control()).map_or(0, char::len_utf8);
    Span::new(offset, offset + length)
}

/// The error without its position, which the finding has already.
fn words(error: &serde_json::Error) -> String {
    let whole = error.to_string();
    whole.split(" at line ").next().unwrap_or(&whole).to_owned()
}
