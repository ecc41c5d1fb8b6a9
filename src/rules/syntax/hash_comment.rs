//! A `#` that cuts a text short.

use super::shared;
use crate::rules::prelude::*;
use crate::suppress::is_directive;
use crate::syntax::{Span, Style};

/// `syntax/hash-comment`
pub struct HashComment;

impl Rule for HashComment {
    fn text(&self, text: &Text, _surface: Surface, cx: &mut Context<'_>) {
        let leaf = &text.leaf;
        let Some(file) = cx.file().filter(|_| leaf.style == Style::Plain) else { return };
        let comments = file.tree().comments();
        let next = comments.partition_point(|comment| comment.span.start < leaf.span.end);
        let Some(comment) = comments.get(next).map(|comment| comment.span) else { return };
        let between = file.source.slice(Span { start: leaf.span.end, end: comment.start });
        let words = file.source.slice(comment).trim_start_matches('#');
        // `# why` with a blank is how people write comments; `#1` and `#sale` are how they write texts.
        let meant_as_text =
            words.starts_with(|first: char| !first.is_whitespace()) && !is_directive(file.source.slice(comment));
        if between.trim_matches([' ', '\t']).is_empty() && meant_as_text {
            let edit = shared::quote(file, leaf.span.to(comment));
            cx.report(cx.at(comment), "YAML takes a `#` behind a blank for a comment, so this is not part of the text")
                .help("put the whole value in quotes; if this is a comment, write a blank behind the `#`")
                .unsafe_fix("put the value in quotes, with what stands behind the `#`", vec![edit]);
        }
    }
}
