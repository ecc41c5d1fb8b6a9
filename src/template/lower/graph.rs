//! The Graph form: a list of components, each with its `type`.

use crate::syntax::{NodeId, Span};

use super::*;

impl Lowering<'_> {
    pub(super) fn graph_variant(&mut self, fields: &Fields, template_key: Span, language: Option<Leaf>) -> Variant {
        let components = fields.get("components");
        let key = components.map_or(template_key, |field| field.key);
        let mut variant = Variant::empty(language, key);
        if let Some(field) = components
            && let Some(items) = self.reader.list(field, "a list of components")
        {
            self.components(&items, &mut variant);
        }
        variant
    }

    /// Reads the components of a message, or of a carousel card.
    pub(super) fn components(&mut self, items: &[NodeId], variant: &mut Variant) {
        let mut seen: Vec<(&'static str, Span)> = Vec::new();
        for &item in items {
            if !self.reader.is_mapping(item) {
                self.reader.misfit_type(item, "a component".to_owned(), "a group of keys with a `type`");
                continue;
            }
            let Some(kind) = self.component_type(item) else {
                let at = self.reader.first_key(item);
                self.reader.misfits.push(Misfit::MissingType { at });
                continue;
            };
            let place = kind.span;
            let name: &'static str = match kind.upper().as_ref() {
                "HEADER" => "HEADER",
                "BODY" => "BODY",
                "FOOTER" => "FOOTER",
                "BUTTONS" => "BUTTONS",
                "CAROUSEL" => "CAROUSEL",
                "LIMITED_TIME_OFFER" => "LIMITED_TIME_OFFER",
                "CALL_PERMISSION_REQUEST" => "CALL_PERMISSION_REQUEST",
                _ => {
                    variant.others.push(kind);
                    continue;
                }
            };
            if let Some((_, first)) = seen.iter().find(|(known, _)| *known == name) {
                self.reader.misfits.push(Misfit::RepeatedComponent { first: *first, again: place, kind: name });
                continue;
            }
            seen.push((name, place));
            self.component(name, item, place, variant);
        }
    }

    fn component(&mut self, name: &'static str, item: NodeId, place: Span, variant: &mut Variant) {
        match name {
            "HEADER" => {
                let fields = self.reader.fields(item, "a header", HEADER_KEYS);
                variant.header = Some(self.header(fields, place, Form::Graph));
            }
            "BODY" => {
                let fields = self.reader.fields(item, "a body", BODY_KEYS);
                variant.body = Some(self.body(fields, place, Form::Graph));
            }
            "FOOTER" => {
                let fields = self.reader.fields(item, "a footer", FOOTER_KEYS);
                variant.footer = Some(self.footer(fields, place));
            }
            "BUTTONS" => {
                let fields = self.reader.fields(item, "a BUTTONS component", BUTTONS_KEYS);
                let tree = self.reader.tree;
                variant.buttons = match fields.get("buttons").filter(|field| !tree.is_absent(field.value)) {
                    Some(field) => self.buttons(field, place),
                    None => Some(Buttons { key: place, list: Vec::new() }),
                };
            }
            "CAROUSEL" => {
                let fields = self.reader.fields(item, "a carousel", CAROUSEL_KEYS);
                variant.carousel = match fields.get("cards") {
                    Some(field) => self.carousel(field, place, Form::Graph),
                    None => Some(Carousel { key: place, cards: Vec::new() }),
                };
            }
            "LIMITED_TIME_OFFER" => {
                let fields = self.reader.fields(item, "a limited-time offer", OFFER_KEYS);
                variant.offer = match fields.get("limited_time_offer") {
                    Some(field) => self.offer(field, place),
                    None => Some(self.offer_of(fields, place)),
                };
            }
            _ => variant.call_permission_request = Some(place),
        }
    }

    /// The `type` of a component, its key misspelt or not.
    fn component_type(&self, item: NodeId) -> Option<Leaf> {
        let tree = self.reader.tree;
        let (_, value) = tree
            .entries(item)?
            .iter()
            .find(|(key, _)| tree.scalar(*key).is_some_and(|name| name.eq_ignore_ascii_case("type")))?;
        self.reader.scalar(*value).filter(|leaf| !leaf.value.trim().is_empty())
    }
}
