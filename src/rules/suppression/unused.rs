//! A comment that silences nothing.

use crate::finding::Edit;
use crate::rules::prelude::*;
use crate::suppress::{Asked, Ignore, Named, without_comment, without_name};
use crate::syntax::Span;

/// `suppression/unused`
pub struct Unused;

impl Rule for Unused {
    fn comments(&self, ignores: &[Ignore], cx: &mut Context<'_>) {
        let Some(file) = cx.file() else { return };
        for (ignore, asked) in ignores.iter().filter_map(|ignore| Some((ignore, ignore.asked.as_ref().ok()?))) {
            if asked.names.iter().all(is_unused) {
                let what = format!("{} nothing to silence here", names(file, asked));
                tell(cx, ignore.comment, what, without_comment(file, ignore.comment), "remove the comment");
                continue;
            }
            for (index, named) in asked.names.iter().enumerate().filter(|(_, named)| is_unused(named)) {
                let what = format!("`{}` has nothing to silence here", file.source.slice(named.span));
                tell(cx, named.span, what, without_name(asked, index), "remove the name");
            }
        }
    }
}

fn is_unused(named: &Named) -> bool {
    named.selector.is_some() && named.judged && named.silenced == 0
}

fn names(file: &File, asked: &Asked) -> String {
    match asked.names.as_slice() {
        [one] => format!("`{}` has", file.source.slice(one.span)),
        more => format!("these {} rules have", more.len()),
    }
}

fn tell(cx: &mut Context<'_>, place: Span, what: String, removed: Span, title: &str) {
    let edit = Edit { place: cx.at(removed), text: String::new() };
    cx.report(cx.at(place), what)
        .help(format!("{title}; it would hide the next mistake of that kind"))
        .safe_fix(title, vec![edit]);
}
