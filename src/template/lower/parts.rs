//! What a component holds, which is nearly the same in both forms.

use crate::policy;
use crate::syntax::{NodeId, Span};

use super::super::example::ExampleOf;
use super::*;

impl Lowering<'_> {
    pub(super) fn header(&mut self, fields: Fields, key: Span, form: Form) -> Header {
        let reader = &mut self.reader;
        let format_leaf = fields.get("format").and_then(|field| reader.leaf(field, "a header format"));
        let text = fields.get("text").and_then(|field| reader.text(field));
        let media = fields.get("media").and_then(|field| reader.leaf(field, "a path"));
        let format = match &format_leaf {
            Some(leaf) => HeaderFormat::from_name(&leaf.value),
            None if text.is_some() => Some(HeaderFormat::Text),
            None => None,
        };
        let is_media = format.is_some_and(HeaderFormat::is_media);
        let (mut example, mut handles) = (None, Vec::new());
        if let Some(field) = fields.get("example") {
            match form {
                Form::Graph => {
                    handles = self.handles(field);
                    example = self.reader.graph_example(field, ExampleOf::Header);
                }
                Form::Authoring if is_media => {
                    let plain = self.reader.plain_example(field, ExampleOf::Header);
                    handles = plain.into_iter().flat_map(|plain| plain.samples).map(|sample| sample.value).collect();
                }
                Form::Authoring => example = self.reader.plain_example(field, ExampleOf::Header),
            }
        }
        Header { key, format, format_leaf, text, example, handles, media, fields }
    }

    fn handles(&self, example: &Field) -> Vec<Leaf> {
        let tree = self.reader.tree;
        let entries = tree.entries(example.value).unwrap_or(&[]);
        let handle = entries
            .iter()
            .find(|(key, _)| tree.scalar(*key).is_some_and(|name| matches!(&**name, "header_handle" | "header_url")));
        let Some(&(_, value)) = handle else { return Vec::new() };
        match tree.items(value) {
            Some(items) => items.iter().filter_map(|item| self.reader.scalar(*item)).collect(),
            None => self.reader.scalar(value).into_iter().collect(),
        }
    }

    pub(super) fn body(&mut self, fields: Fields, key: Span, form: Form) -> Body {
        let text = fields.get("text").and_then(|field| self.reader.text(field));
        let example = fields.get("example").and_then(|field| match form {
            Form::Graph => self.reader.graph_example(field, ExampleOf::Body),
            Form::Authoring => self.reader.plain_example(field, ExampleOf::Body),
        });
        Body { key, text, example, fields }
    }

    pub(super) fn footer(&mut self, fields: Fields, key: Span) -> Footer {
        let text = fields.get("text").and_then(|field| self.reader.text(field));
        Footer { key, text, fields }
    }

    pub(super) fn buttons(&mut self, field: &Field, key: Span) -> Option<Buttons> {
        let items = self.reader.list(field, "a list of buttons")?;
        let mut list = Vec::new();
        for item in items {
            if self.reader.is_mapping(item) {
                list.push(self.button(item));
            } else {
                self.reader.misfit_type(item, "a button".to_owned(), "a group of keys with a `type`");
            }
        }
        list.shrink_to_fit();
        Some(Buttons { key, list })
    }

    fn button(&mut self, node: NodeId) -> Button {
        let fields = self.reader.fields(node, "a button", policy::BUTTON_KEYS);
        let reader = &mut self.reader;
        let kind_leaf = fields.get("type").and_then(|field| reader.leaf(field, "a button type"));
        let label = fields.get("text").and_then(|field| reader.text(field));
        let url = fields.get("url").and_then(|field| reader.text(field));
        let phone_number = fields.get("phone_number").and_then(|field| reader.leaf(field, "a phone number"));
        let example = fields.get("example").and_then(|field| reader.graph_example(field, ExampleOf::Button));
        let key = kind_leaf.as_ref().map_or_else(|| reader.first_key(node), |leaf| leaf.span);
        let kind = kind_leaf.as_ref().and_then(|leaf| ButtonKind::from_name(&leaf.value));
        Button { key, kind, kind_leaf, label, url, phone_number, example, fields }
    }

    pub(super) fn carousel(&mut self, field: &Field, key: Span, form: Form) -> Option<Carousel> {
        let items = self.reader.list(field, "a list of cards")?;
        let mut cards = Vec::new();
        for item in items {
            if !self.reader.is_mapping(item) {
                self.reader.misfit_type(item, "a card".to_owned(), "a group of keys");
                continue;
            }
            let key = self.reader.first_key(item);
            let fields = self.reader.fields(item, "a card", CARD_KEYS);
            let mut parts = Variant::empty(None, key);
            if let Some(components) = fields.get("components") {
                if let Some(items) = self.reader.list(components, "a list of components") {
                    self.components(&items, &mut parts);
                }
            } else if form == Form::Authoring {
                parts.header = fields.get("header").and_then(|field| self.authoring_header(field));
                parts.body = fields.get("body").and_then(|field| self.authoring_body(field));
                parts.buttons = fields.get("buttons").and_then(|field| {
                    let list = self.as_component(field, "buttons", "a BUTTONS component", BUTTONS_KEYS);
                    self.buttons(&list, field.key)
                });
            }
            cards.push(Card { key, header: parts.header, body: parts.body, buttons: parts.buttons });
        }
        Some(Carousel { key, cards })
    }

    pub(super) fn offer(&mut self, field: &Field, key: Span) -> Option<Offer> {
        if !self.reader.is_mapping(field.value) {
            self.reader.wrong_type(field, "`text` and `has_expiration`");
            return None;
        }
        let fields = self.reader.fields(field.value, "a limited-time offer", OFFER_KEYS);
        Some(self.offer_of(fields, key))
    }

    pub(super) fn offer_of(&mut self, fields: Fields, key: Span) -> Offer {
        let text = fields.get("text").and_then(|field| self.reader.text(field));
        Offer { key, text, fields }
    }
}
