//! Texts together with the samples for their variables.

use crate::syntax::Span;

use super::{Body, Button, Example, Fields, Header, Surface, Text, Variant};

/// A text that can have variables, and where its samples are or belong.
#[derive(Clone, Copy, Debug)]
pub struct Sampled<'t> {
    /// The text.
    pub text: &'t Text,
    /// Where it stands.
    pub surface: Surface,
    /// Its samples.
    pub example: Option<&'t Example>,
    /// The key of the component, where missing samples would be added.
    pub key: Span,
    /// Every key of the component.
    pub fields: &'t Fields,
}

impl Variant {
    /// Every text of the variant that takes samples: header, body, URLs, and those of its cards.
    pub fn sampled(&self) -> Vec<Sampled<'_>> {
        let mut all = Vec::new();
        all.extend(self.header.as_ref().and_then(of_header));
        all.extend(self.body.as_ref().and_then(|body| of_body(body, Surface::Body)));
        all.extend(self.buttons.iter().flat_map(|buttons| &buttons.list).filter_map(of_button));
        for card in self.carousel.iter().flat_map(|carousel| &carousel.cards) {
            all.extend(card.body.as_ref().and_then(|body| of_body(body, Surface::CardBody)));
            all.extend(card.buttons.iter().flat_map(|buttons| &buttons.list).filter_map(of_button));
        }
        all
    }
}

fn of_header(header: &Header) -> Option<Sampled<'_>> {
    let text = header.text.as_ref()?;
    let example = header.example.as_ref();
    Some(Sampled { text, surface: Surface::Header, example, key: header.key, fields: &header.fields })
}

fn of_body(body: &Body, surface: Surface) -> Option<Sampled<'_>> {
    let text = body.text.as_ref()?;
    Some(Sampled { text, surface, example: body.example.as_ref(), key: body.key, fields: &body.fields })
}

fn of_button(button: &Button) -> Option<Sampled<'_>> {
    let text = button.url.as_ref()?;
    let example = button.example.as_ref();
    Some(Sampled { text, surface: Surface::Url, example, key: button.key, fields: &button.fields })
}
