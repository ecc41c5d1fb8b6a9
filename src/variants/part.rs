//! The texts of a variant, each with its place in the message, so that the same place is found in another language.

use crate::syntax::Span;
use crate::template::{Button, Example, Surface, Text, Variant};

/// A place in a message that holds a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Slot {
    /// The index of the card, in a carousel.
    pub card: Option<usize>,
    /// The index of the button.
    pub button: Option<usize>,
    /// What the text is for.
    pub surface: Surface,
}

impl Slot {
    /// The words for it in a sentence: `body`, `URL of button 2 of card 1`.
    pub fn name(self) -> String {
        let of_card = self.card.map(|card| format!(" of card {}", card + 1)).unwrap_or_default();
        match (self.surface, self.button) {
            (Surface::Label, Some(button)) => format!("label of button {}{of_card}", button + 1),
            (Surface::Url, Some(button)) => format!("URL of button {}{of_card}", button + 1),
            (Surface::CardBody, _) => format!("body{of_card}"),
            _ => self.surface.name().to_owned(),
        }
    }
}

/// A text in its place.
#[derive(Clone, Copy, Debug)]
pub struct Part<'r> {
    /// Its place.
    pub slot: Slot,
    /// The text.
    pub text: &'r Text,
    /// Its key, where something would be added.
    pub key: Span,
    /// Samples for its variables.
    pub example: Option<&'r Example>,
}

/// Every text of a variant, in the order of the message.
pub fn parts(variant: &Variant) -> Vec<Part<'_>> {
    let mut all = Vec::new();
    let mut add = |slot: Slot, text: Option<_>, key, example| {
        all.extend(text.map(|text| Part { slot, text, key, example }));
    };
    let slot = |surface| Slot { card: None, button: None, surface };
    if let Some(header) = &variant.header {
        add(slot(Surface::Header), header.text.as_ref(), header.key, header.example.as_ref());
    }
    if let Some(body) = &variant.body {
        add(slot(Surface::Body), body.text.as_ref(), body.key, body.example.as_ref());
    }
    if let Some(footer) = &variant.footer {
        add(slot(Surface::Footer), footer.text.as_ref(), footer.key, None);
    }
    if let Some(offer) = &variant.offer {
        add(slot(Surface::Offer), offer.text.as_ref(), offer.key, None);
    }
    all.extend(variant.buttons.iter().flat_map(|buttons| of_buttons(&buttons.list, None)));
    for (index, card) in variant.carousel.iter().flat_map(|carousel| &carousel.cards).enumerate() {
        if let Some(body) = &card.body
            && let Some(text) = &body.text
        {
            let slot = Slot { card: Some(index), ..slot(Surface::CardBody) };
            all.push(Part { slot, text, key: body.key, example: body.example.as_ref() });
        }
        all.extend(card.buttons.iter().flat_map(|buttons| of_buttons(&buttons.list, Some(index))));
    }
    all
}

fn of_buttons(buttons: &[Button], card: Option<usize>) -> impl Iterator<Item = Part<'_>> {
    buttons.iter().enumerate().flat_map(move |(index, button)| {
        let slot = |surface| Slot { card, button: Some(index), surface };
        let key = |name: &str| button.fields.get(name).map_or(button.key, |field| field.key);
        let label = button.label.as_ref().map(|text| Part {
            slot: slot(Surface::Label),
            text,
            key: key("text"),
            example: None,
        });
        let url = button.url.as_ref().map(|text| {
            let example = button.example.as_ref();
            Part { slot: slot(Surface::Url), text, key: key("url"), example }
        });
        [label, url].into_iter().flatten()
    })
}
