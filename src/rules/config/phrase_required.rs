//! Words that a message has to hold, and does not.

use super::shared;
use crate::config::{Demand, PhraseEntry};
use crate::language;
use crate::rules::prelude::*;
use crate::syntax::Span;
use crate::text::wording::any_of;

/// `config/phrase-required`
pub struct PhraseRequired;

impl Rule for PhraseRequired {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        // Their texts are Meta's.
        let own_texts = template.category() != Some(Category::Authentication) && !template.is_from_library();
        if !own_texts || cx.config().phrases.is_empty() {
            return;
        }
        let entries: Vec<_> = shared::entries(Demand::Require, cx).collect();
        for entry in entries {
            let mut texts = language::texts(variant).into_iter().filter(|(_, surface)| entry.is_for(*surface));
            if texts.any(|(text, _)| entry.phrases.is_in(text)) {
                continue;
            }
            let (key, component) = place(entry, variant);
            let phrases = quoted(entry);
            let part = component.map_or("message", |component| component.name);
            let usual = || format!("the {part} holds none of the phrases that your team asks for");
            let finding = cx.report(cx.at(key), entry.message.clone().unwrap_or_else(usual));
            finding.help(format!("add {phrases}; {} asks for it", entry.place));
            finding.component = component.map(|component| component.id);
            if let Some(level) = entry.level {
                finding.severity(level);
            }
        }
    }
}

/// A part of a message.
#[derive(Clone, Copy)]
struct Part {
    id: &'static str,
    name: &'static str,
}

/// The key of what lacks the phrase: of the only part that is asked about, where it is there, else of the language.
fn place(entry: &PhraseEntry, variant: &Variant) -> (Span, Option<Part>) {
    let [id] = *entry.components.as_slice() else { return (variant.key, None) };
    let (name, key) = match id {
        "header" => ("header", variant.header.as_ref().map(|header| header.key)),
        "body" => ("body", variant.body.as_ref().map(|body| body.key)),
        "footer" => ("footer", variant.footer.as_ref().map(|footer| footer.key)),
        "buttons" => ("list of buttons", variant.buttons.as_ref().map(|buttons| buttons.key)),
        "carousel" => ("carousel", variant.carousel.as_ref().map(|carousel| carousel.key)),
        _ => ("limited-time offer", variant.offer.as_ref().map(|offer| offer.key)),
    };
    match key {
        Some(key) => (key, Some(Part { id, name })),
        None => (variant.key, None),
    }
}

/// The first phrases: a long list helps nobody.
fn quoted(entry: &PhraseEntry) -> String {
    const SHOWN: usize = 5;
    let mut named: Vec<String> =
        entry.phrases.written().iter().take(SHOWN).map(|phrase| format!("`{phrase}`")).collect();
    if entry.phrases.written().len() > SHOWN {
        named.push("another of them".to_owned());
    }
    any_of(&named)
}
