//! A file that should hold a template and does not.

use crate::rules::prelude::*;
use crate::syntax::{NodeKind, Span};

/// `syntax/not-a-template`
pub struct NotATemplate;

impl Rule for NotATemplate {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        for misfit in &file.content().misfits {
            if let Misfit::NotATemplate { at, found } = misfit {
                cx.report(cx.at(*at), format!("this item of the list is {found}, not a template")).help(HELP);
            }
        }
        if file.named && file.complete && file.outline.is_empty() && file.content().misfits.is_empty() {
            let place = cx.at(Span::at(0));
            cx.report(place, format!("this file holds no template; {}", what_it_holds(file))).help(HELP);
        }
    }
}

const HELP: &str = "a template has a `name`, a `category`, and `variants` (or `language` and `components`)";

fn what_it_holds(file: &File) -> String {
    let tree = file.tree();
    let Some(&document) = tree.documents().first() else { return "it is empty".to_owned() };
    match &tree.node(document).kind {
        NodeKind::Scalar { .. } if tree.is_absent(document) => "it is empty".to_owned(),
        NodeKind::Scalar { .. } => "it is a plain text".to_owned(),
        NodeKind::Sequence(items) if items.is_empty() => "it is an empty list".to_owned(),
        NodeKind::Sequence(items) => format!("it is a list of {} other things", items.len()),
        NodeKind::Mapping(entries) => {
            let keys: Vec<String> = entries
                .iter()
                .take(4)
                .filter_map(|(key, _)| tree.scalar(*key))
                .map(|name| format!("`{name}`"))
                .collect();
            if keys.is_empty() {
                "it is an empty group of keys".to_owned()
            } else {
                format!("its keys are {}", keys.join(", "))
            }
        }
    }
}
