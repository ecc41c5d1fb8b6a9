//! The JSON format that other programs rely on. Its shape is a contract: fields are added, never changed.

use std::io;

use serde::Serialize;

use crate::report::safe_json;
use crate::rules::File;
use crate::template::{ButtonKind, HeaderFormat};

use super::{Button, Card, Header, Languages, Message, Shown, Stage, members};

#[derive(Serialize)]
struct Document<'r> {
    version: u32,
    variants: Vec<VariantEntry<'r>>,
}

#[derive(Serialize)]
struct VariantEntry<'r> {
    file: &'r str,
    name: Option<&'r str>,
    language: Option<&'r str>,
    #[serde(flatten)]
    written: MessageEntry,
    sent: MessageEntry,
}

#[derive(Serialize)]
struct MessageEntry {
    header: Option<HeaderEntry>,
    body: Option<TextEntry>,
    footer: Option<TextEntry>,
    offer: Option<TextEntry>,
    asks_to_call: bool,
    buttons: Vec<ButtonEntry>,
    cards: Vec<CardEntry>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum HeaderEntry {
    Text {
        format: &'static str,
        #[serde(flatten)]
        text: TextEntry,
    },
    Media {
        format: Option<&'static str>,
        name: Option<String>,
    },
}

#[derive(Serialize)]
struct TextEntry {
    text: String,
    spans: Vec<SpanEntry>,
    samples: Vec<SampleEntry>,
}

/// `start` and `end` count code points of the visible text.
#[derive(Serialize)]
struct SpanEntry {
    kind: &'static str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct SampleEntry {
    variable: String,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct ButtonEntry {
    kind: Option<&'static str>,
    label: Option<String>,
    target: Option<String>,
}

#[derive(Serialize)]
struct CardEntry {
    header: Option<HeaderEntry>,
    body: Option<TextEntry>,
    buttons: Vec<ButtonEntry>,
}

/// Writes the variants of the files as one JSON object.
///
/// # Errors
/// What the writer says.
pub fn write_json(files: &[File], languages: &Languages, out: &mut dyn io::Write) -> io::Result<()> {
    let variants = members(files, languages).map(|member| VariantEntry {
        file: member.file.source.path(),
        name: member.template.name.as_ref().map(|name| &*name.value),
        language: member.language(),
        written: Message::of(member.variant, Stage::Written).into(),
        sent: Message::of(member.variant, Stage::Sent).into(),
    });
    safe_json::write(&Document { version: 1, variants: variants.collect() }, out)
}

impl From<Message> for MessageEntry {
    fn from(message: Message) -> Self {
        Self {
            header: message.header.map(HeaderEntry::from),
            body: message.body.map(TextEntry::from),
            footer: message.footer.map(TextEntry::from),
            offer: message.offer.map(TextEntry::from),
            asks_to_call: message.asks_to_call,
            buttons: message.buttons.into_iter().map(ButtonEntry::from).collect(),
            cards: message.cards.into_iter().map(CardEntry::from).collect(),
        }
    }
}

impl From<Header> for HeaderEntry {
    fn from(header: Header) -> Self {
        match header {
            Header::Text(text) => Self::Text { format: HeaderFormat::Text.name(), text: text.into() },
            Header::Media { format, name, .. } => Self::Media { format: format.map(HeaderFormat::name), name },
        }
    }
}

impl From<Shown> for TextEntry {
    fn from(shown: Shown) -> Self {
        let characters = Characters::of(&shown.markup.text);
        let span = |span: &crate::text::markup::Span| SpanEntry {
            kind: span.kind.name(),
            start: characters.before(span.visible.start),
            end: characters.before(span.visible.end),
        };
        let samples = shown.variables.into_iter().filter(|variable| variable.filled).map(|sample| SampleEntry {
            start: characters.before(sample.visible.start),
            end: characters.before(sample.visible.end),
            variable: sample.name,
        });
        Self {
            spans: shown.markup.spans.iter().map(span).collect(),
            samples: samples.collect(),
            text: shown.markup.text,
        }
    }
}

impl From<Button> for ButtonEntry {
    fn from(button: Button) -> Self {
        Self { kind: button.kind.map(ButtonKind::name), label: button.label, target: button.target }
    }
}

impl From<Card> for CardEntry {
    fn from(card: Card) -> Self {
        Self {
            header: card.header.map(HeaderEntry::from),
            body: card.body.map(TextEntry::from),
            buttons: card.buttons.into_iter().map(ButtonEntry::from).collect(),
        }
    }
}

/// How many characters stand before each character of a text, by its bytes.
struct Characters(Vec<usize>);

impl Characters {
    fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self(Vec::new());
        }
        let mut before = vec![0; text.len() + 1];
        let mut count = 0;
        for (at, _) in text.char_indices() {
            before[at] = count;
            count += 1;
        }
        before[text.len()] = count;
        Self(before)
    }

    fn before(&self, byte: usize) -> usize {
        self.0.get(byte).copied().unwrap_or(byte)
    }
}
