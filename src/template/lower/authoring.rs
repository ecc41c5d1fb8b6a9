//! The authoring form: languages by their codes, components by their names.

use crate::policy;
use crate::syntax::NodeId;

use super::*;

impl Lowering<'_> {
    pub(super) fn authoring_variants(&mut self, fields: &Fields) -> Vec<Variant> {
        let Some(field) = fields.get("variants") else { return Vec::new() };
        let Some(entries) = self.reader.tree.entries(field.value) else {
            if self.reader.tree.is_absent(field.value) {
                return Vec::new();
            }
            self.reader.wrong_type(field, "languages with their texts, such as `en_US: {body: ...}`");
            return Vec::new();
        };
        let mut variants = Vec::new();
        for &(language, value) in entries {
            let key = self.reader.tree.span(language);
            if !self.reader.is_mapping(value) {
                let what = format!("variant `{}`", self.reader.tree.scalar(language).map_or("?", |code| code));
                self.reader.misfit_type(value, what, "its parts: `header`, `body`, `footer`, `buttons`");
                continue;
            }
            let mut variant = Variant::empty(self.reader.scalar(language), key);
            // What Meta says about one language (its `id`) stands with that language.
            let returned = policy::TEMPLATE_FIELDS.iter().filter(|field| field.standing == policy::Standing::ReadOnly);
            let known: Vec<&str> = VARIANT_KEYS.iter().copied().chain(returned.map(|field| field.name)).collect();
            let parts = self.reader.fields(value, "a variant", &known);
            for part in &parts.0 {
                let place = part.key;
                match &*part.name {
                    "header" => variant.header = self.authoring_header(part),
                    "body" => variant.body = self.authoring_body(part),
                    "footer" => variant.footer = self.authoring_footer(part),
                    "buttons" => {
                        let list = self.as_component(part, "buttons", "a BUTTONS component", BUTTONS_KEYS);
                        variant.buttons = self.buttons(&list, place);
                    }
                    "carousel" => {
                        let cards = self.as_component(part, "cards", "a carousel", CAROUSEL_KEYS);
                        variant.carousel = self.carousel(&cards, place, Form::Authoring);
                    }
                    "limited_time_offer" => {
                        let offer = self.as_component(part, "limited_time_offer", "a limited-time offer", OFFER_KEYS);
                        variant.offer = self.offer(&offer, place);
                    }
                    "call_permission_request" => {
                        let off = self.reader.scalar(part.value).is_some_and(|leaf| leaf.upper() == "FALSE");
                        variant.call_permission_request = (!off).then_some(place);
                    }
                    _ => {}
                }
            }
            variants.push(variant);
        }
        variants.shrink_to_fit();
        variants
    }

    /// What a part holds that is written as its whole component, because it has keys beside `inner`; else the part.
    pub(super) fn as_component(
        &mut self,
        part: &Field,
        inner: &str,
        within: &'static str,
        known: &[&'static str],
    ) -> Field {
        let tree = self.reader.tree;
        let has_inner = |(key, _): &(NodeId, NodeId)| tree.scalar(*key).is_some_and(|name| &**name == inner);
        if !tree.entries(part.value).is_some_and(|entries| entries.iter().any(has_inner)) {
            return part.clone();
        }
        let fields = self.reader.fields(part.value, within, known);
        fields.get(inner).cloned().unwrap_or_else(|| part.clone())
    }

    pub(super) fn authoring_header(&mut self, field: &Field) -> Option<Header> {
        if self.reader.is_mapping(field.value) {
            let fields = self.reader.fields(field.value, "a header", HEADER_KEYS);
            return Some(self.header(fields, field.key, Form::Authoring));
        }
        let text = self.reader.text(field)?;
        Some(Header {
            key: field.key,
            format: Some(HeaderFormat::Text),
            format_leaf: None,
            text: Some(text),
            example: None,
            handles: Vec::new(),
            media: None,
            fields: Fields::default(),
        })
    }

    pub(super) fn authoring_body(&mut self, field: &Field) -> Option<Body> {
        if self.reader.is_mapping(field.value) {
            let fields = self.reader.fields(field.value, "a body", BODY_KEYS);
            return Some(self.body(fields, field.key, Form::Authoring));
        }
        let text = self.reader.text(field);
        Some(Body { key: field.key, text, example: None, fields: Fields::default() })
    }

    fn authoring_footer(&mut self, field: &Field) -> Option<Footer> {
        if self.reader.is_mapping(field.value) {
            let fields = self.reader.fields(field.value, "a footer", FOOTER_KEYS);
            return Some(self.footer(fields, field.key));
        }
        let text = self.reader.text(field)?;
        Some(Footer { key: field.key, text: Some(text), fields: Fields::default() })
    }
}
