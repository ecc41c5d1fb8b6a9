//! What a message does not show by itself: which values are samples, and where its buttons lead.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use crate::preview::{Button, Header, Message, Shown};

use super::escape::escape;

/// Two short tables, as far as there is something in them.
pub fn facts(message: &Message) -> String {
    let samples = table("Sample values", samples(message), "mark");
    let targets = table("Buttons", targets(message), "span");
    format!("{samples}{targets}")
}

fn table(title: &str, rows: Vec<(Cow<'_, str>, &str)>, element: &str) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let row = |(name, value): &(Cow<'_, str>, &str)| {
        format!("<dt dir=\"auto\">{}</dt><dd dir=\"auto\"><{element}>{}</{element}></dd>", escape(name), escape(value))
    };
    format!("<h3>{title}</h3><dl>{}</dl>", rows.iter().map(row).collect::<String>())
}

/// Variables with their samples, each pair once.
fn samples(message: &Message) -> Vec<(Cow<'_, str>, &str)> {
    let header = message.header.as_ref().and_then(|header| match header {
        Header::Text(text) => Some(text),
        Header::Media { .. } => None,
    });
    let cards = message.cards.iter().filter_map(|card| card.body.as_ref());
    let texts = header.into_iter().chain(&message.body).chain(cards);
    unique(texts.flat_map(|text| {
        let filled = text.variables.iter().filter(|variable| variable.filled);
        filled.map(|variable| (written(&variable.name), value(text, &variable.visible)))
    }))
}

fn value<'s>(text: &'s Shown, visible: &Range<usize>) -> &'s str {
    text.markup.text.get(visible.clone()).unwrap_or_default()
}

/// Buttons with what they open, call or copy.
fn targets(message: &Message) -> Vec<(Cow<'_, str>, &str)> {
    let all = message.buttons.iter().chain(message.cards.iter().flat_map(|card| &card.buttons));
    unique(all.filter_map(|button: &Button| Some((button.title().into(), button.target.as_deref()?))))
}

/// A variable as it is written in the text.
fn written(name: &str) -> Cow<'_, str> {
    format!("{{{{{name}}}}}").into()
}

fn unique<'s>(rows: impl Iterator<Item = (Cow<'s, str>, &'s str)>) -> Vec<(Cow<'s, str>, &'s str)> {
    let mut seen = HashSet::new();
    rows.filter(|row| seen.insert(row.clone())).collect()
}
