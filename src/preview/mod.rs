//! How a message looks to its recipient: what every kind of preview shows, before it is drawn.

mod direction;
mod family;
mod fill;
mod html;
mod json;
mod lines;
mod terminal;
mod words;

use std::ops::Range;

use crate::template::{self, Body, ButtonKind, Example, Footer, HeaderFormat, Leaf, Text, Variant};
use crate::text::markup::Markup;

pub use direction::Direction;
pub use family::{Family, Languages, Member, families, members};
pub use fill::{Filled, Placed, fill, fill_url};
pub use html::{Pictures, write_html};
pub use json::write_json;
pub use lines::{Block, Line, Run, lines};
pub use terminal::write_terminal;

/// Which state of a message is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// As the author sees it: with its variables.
    Written,
    /// As a recipient gets it: with a sample in place of every variable that has one. The samples are put in before
    /// the formatting is read, as in a real message, so a sample can make or break formatting.
    Sent,
}

/// A message, part by part from top to bottom.
#[derive(Debug, Default)]
pub struct Message {
    /// What stands above the body.
    pub header: Option<Header>,
    /// The body. A message for a one-time passcode has none of its own.
    pub body: Option<Shown>,
    /// The small line under the body.
    pub footer: Option<Shown>,
    /// The line of a limited-time offer.
    pub offer: Option<Shown>,
    /// Whether WhatsApp asks below it whether the business may call.
    pub asks_to_call: bool,
    /// The buttons, in order.
    pub buttons: Vec<Button>,
    /// The cards of a carousel, in order.
    pub cards: Vec<Card>,
}

/// What stands above a body.
#[derive(Debug)]
pub enum Header {
    /// A line of text.
    Text(Shown),
    /// A picture, film, document, map or product.
    Media {
        /// What it is, where that is known.
        format: Option<HeaderFormat>,
        /// The name of the local file, without its folders.
        name: Option<String>,
        /// The local file as the template names it.
        path: Option<String>,
    },
}

/// A text as it is shown, and where variables stand in it.
#[derive(Debug, Default)]
pub struct Shown {
    /// The visible text and its spans.
    pub markup: Markup,
    /// The variables, as parts of the visible text.
    pub variables: Vec<ShownVariable>,
    /// What the formatting was read from.
    pub source: String,
}

/// A variable in a visible text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownVariable {
    /// Its name.
    pub name: String,
    /// Its bytes in the visible text.
    pub visible: Range<usize>,
    /// Whether a sample stands there, and not the variable as it was written.
    pub filled: bool,
}

/// A button.
#[derive(Debug)]
pub struct Button {
    /// What it does, where its type is known.
    pub kind: Option<ButtonKind>,
    /// What it says. Some kinds have a label of WhatsApp's own.
    pub label: Option<String>,
    /// What it opens, calls or copies.
    pub target: Option<String>,
}

/// A card of a carousel.
#[derive(Debug)]
pub struct Card {
    /// What stands above the body.
    pub header: Option<Header>,
    /// The body.
    pub body: Option<Shown>,
    /// The buttons, in order.
    pub buttons: Vec<Button>,
}

impl Message {
    /// What is shown of a variant.
    pub fn of(variant: &Variant, stage: Stage) -> Self {
        Self {
            header: variant.header.as_ref().and_then(|header| stage.header(header)),
            body: variant.body.as_ref().and_then(|body| stage.body(body)),
            footer: variant.footer.as_ref().and_then(|footer| stage.footer(footer)),
            offer: variant.offer.as_ref().and_then(|offer| stage.shown(offer.text.as_ref(), None, Markup::links)),
            asks_to_call: variant.call_permission_request.is_some(),
            buttons: stage.buttons(variant.buttons.as_ref()),
            cards: variant.carousel.iter().flat_map(|carousel| &carousel.cards).map(|card| stage.card(card)).collect(),
        }
    }
}

impl Stage {
    fn header(self, header: &template::Header) -> Option<Header> {
        match header.format {
            Some(HeaderFormat::Text) => {
                self.shown(header.text.as_ref(), header.example.as_ref(), Markup::links).map(Header::Text)
            }
            format => Some(Header::Media {
                format,
                name: header.media.as_ref().map(file_name),
                path: header.media.as_ref().map(|media| media.value.to_string()),
            }),
        }
    }

    fn body(self, body: &Body) -> Option<Shown> {
        self.shown(body.text.as_ref(), body.example.as_ref(), Markup::parse)
    }

    fn footer(self, footer: &Footer) -> Option<Shown> {
        self.shown(footer.text.as_ref(), None, Markup::links)
    }

    fn buttons(self, buttons: Option<&template::Buttons>) -> Vec<Button> {
        buttons.into_iter().flat_map(|buttons| &buttons.list).map(|button| self.button(button)).collect()
    }

    fn button(self, button: &template::Button) -> Button {
        let url = button.url.as_ref().map(|url| match self {
            Self::Written => url.value().to_owned(),
            Self::Sent => fill_url(url, button.example.as_ref()),
        });
        let number = || button.phone_number.as_ref().map(|number| number.value.to_string());
        let code = || button.example.as_ref().and_then(|example| example.samples.first()).map(code_of);
        Button {
            kind: button.kind,
            label: button.label.as_ref().map(|label| label.value().to_owned()),
            target: url.or_else(number).or_else(|| code().filter(|_| button.kind == Some(ButtonKind::CopyCode))),
        }
    }

    fn card(self, card: &template::Card) -> Card {
        Card {
            header: card.header.as_ref().and_then(|header| self.header(header)),
            body: card.body.as_ref().and_then(|body| self.body(body)),
            buttons: self.buttons(card.buttons.as_ref()),
        }
    }

    fn shown(self, text: Option<&Text>, example: Option<&Example>, read: fn(&str) -> Markup) -> Option<Shown> {
        let text = text?;
        let example = if self == Self::Sent { example } else { None };
        let filled = fill(text, example);
        let markup = read(&filled.text);
        let variables = filled.variables.into_iter().map(|variable| ShownVariable {
            visible: markup.visible(variable.range),
            name: text.value()[variable.name].to_owned(),
            filled: variable.filled,
        });
        Some(Shown { variables: variables.collect(), markup, source: filled.text })
    }
}

fn file_name(path: &Leaf) -> String {
    path.value.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()
}

fn code_of(sample: &template::Sample) -> String {
    sample.value.value.to_string()
}
