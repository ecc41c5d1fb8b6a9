//! From a tree to templates. Reads both file forms, and goes on after every mistake.

use crate::finding::FileId;
use crate::journey::{self, Journey};
use crate::policy;
use crate::syntax::{NodeId, Span, Tree};

use super::example::ExampleOf;
use super::object::Reader;
use super::*;

/// What a file holds.
#[derive(Debug, Default)]
pub struct Content {
    /// Its templates, in order.
    pub templates: Vec<Template>,
    /// Its journeys, in order.
    pub journeys: Vec<Journey>,
    /// What does not fit.
    pub misfits: Vec<Misfit>,
    /// How many of its documents are something else altogether.
    pub others: usize,
}

impl Content {
    /// Whether there is nothing in it that can be checked.
    pub fn is_empty(&self) -> bool {
        self.templates.is_empty() && self.journeys.is_empty()
    }
}

/// Keys that make a mapping a template where at least two of them stand. `name` and `id` alone are everywhere.
const TELLING_KEYS: &[&str] =
    &["name", "language", "category", "components", "variants", "parameter_format", "message_send_ttl_seconds"];
pub(crate) const VARIANT_KEYS: &[&str] =
    &["header", "body", "footer", "buttons", "carousel", "limited_time_offer", "call_permission_request"];
pub(crate) const HEADER_KEYS: &[&str] = &["type", "format", "text", "example", "media"];
pub(crate) const BODY_KEYS: &[&str] = &["type", "text", "example", "add_security_recommendation"];
pub(crate) const FOOTER_KEYS: &[&str] = &["type", "text", "code_expiration_minutes"];
pub(crate) const BUTTONS_KEYS: &[&str] = &["type", "buttons"];
pub(crate) const CAROUSEL_KEYS: &[&str] = &["type", "cards"];
pub(crate) const CARD_KEYS: &[&str] = &["components", "header", "body", "buttons"];
pub(crate) const OFFER_KEYS: &[&str] = &["type", "limited_time_offer", "text", "has_expiration"];

/// Reads the templates of a file.
pub fn lower(file: FileId, tree: &Tree) -> Content {
    let mut lowering = Lowering { file, reader: Reader::new(tree), content: Content::default() };
    for &document in tree.documents() {
        lowering.document(document);
    }
    lowering.content.templates.shrink_to_fit();
    Content { misfits: lowering.reader.misfits, ..lowering.content }
}

struct Lowering<'t> {
    file: FileId,
    reader: Reader<'t>,
    content: Content,
}

impl Lowering<'_> {
    fn document(&mut self, node: NodeId) {
        let tree = self.reader.tree;
        if let Some(items) = tree.items(node) {
            let any_template = items.iter().any(|item| self.is_template(*item) || journey::is_journey(tree, *item));
            for &item in items {
                if journey::is_journey(tree, item) {
                    self.journey(item);
                } else if self.is_template(item) {
                    self.template(item);
                } else if any_template {
                    self.not_a_template(item);
                }
            }
            if !any_template {
                self.content.others += 1;
            }
        } else if let Some(data) = self.listing(node) {
            self.document(data);
        } else if journey::is_journey(tree, node) {
            self.journey(node);
        } else if self.is_template(node) {
            self.template(node);
        } else if !tree.is_absent(node) {
            self.content.others += 1;
        }
    }

    /// The list in `{data: [...]}`, as the Graph API returns templates.
    fn listing(&self, node: NodeId) -> Option<NodeId> {
        let tree = self.reader.tree;
        let entries = tree.entries(node)?;
        let (_, data) = entries.iter().find(|(key, _)| tree.scalar(*key).is_some_and(|name| &**name == "data"))?;
        let only_listing = entries
            .iter()
            .all(|(key, _)| tree.scalar(*key).is_some_and(|name| matches!(&**name, "data" | "paging" | "summary")));
        (only_listing && tree.items(*data).is_some()).then_some(*data)
    }

    fn is_template(&self, node: NodeId) -> bool {
        let tree = self.reader.tree;
        let Some(entries) = tree.entries(node) else { return false };
        let has = |wanted: &str| entries.iter().any(|(key, _)| tree.scalar(*key).is_some_and(|name| &**name == wanted));
        has("components") || has("variants") || TELLING_KEYS.iter().filter(|key| has(key)).count() >= 2
    }

    fn journey(&mut self, node: NodeId) {
        self.content.journeys.push(journey::lower(self.file, &mut self.reader, node));
    }

    fn not_a_template(&mut self, node: NodeId) {
        let (at, found) = (self.reader.first_key(node), self.reader.kind_name(node));
        self.reader.misfits.push(Misfit::NotATemplate { at, found });
    }

    fn template(&mut self, node: NodeId) {
        let fields = self.reader.fields(node, "a template", policy::TEMPLATE_KEYS);
        let reader = &mut self.reader;
        let mut leaf = |name: &str| fields.get(name).and_then(|field| reader.leaf(field, "a text"));
        let (name, category) = (leaf("name"), leaf("category"));
        let (parameter_format, status, language) = (leaf("parameter_format"), leaf("status"), leaf("language"));
        let form = if fields.get("variants").is_some() && fields.get("components").is_none() {
            Form::Authoring
        } else {
            Form::Graph
        };
        let key = self.reader.first_key(node);
        let variants = match form {
            Form::Authoring => self.authoring_variants(&fields),
            Form::Graph => vec![self.graph_variant(&fields, key, language)],
        };
        self.content.templates.push(Template {
            file: self.file,
            form,
            key,
            name,
            category,
            parameter_format,
            status,
            fields,
            variants,
        });
    }

    fn authoring_variants(&mut self, fields: &Fields) -> Vec<Variant> {
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
    fn as_component(&mut self, part: &Field, inner: &str, within: &'static str, known: &[&'static str]) -> Field {
        let tree = self.reader.tree;
        let has_inner = |(key, _): &(NodeId, NodeId)| tree.scalar(*key).is_some_and(|name| &**name == inner);
        if !tree.entries(part.value).is_some_and(|entries| entries.iter().any(has_inner)) {
            return part.clone();
        }
        let fields = self.reader.fields(part.value, within, known);
        fields.get(inner).cloned().unwrap_or_else(|| part.clone())
    }

    fn authoring_header(&mut self, field: &Field) -> Option<Header> {
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

    fn authoring_body(&mut self, field: &Field) -> Option<Body> {
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

    fn graph_variant(&mut self, fields: &Fields, template_key: Span, language: Option<Leaf>) -> Variant {
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
    fn components(&mut self, items: &[NodeId], variant: &mut Variant) {
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

    fn header(&mut self, fields: Fields, key: Span, form: Form) -> Header {
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

    fn body(&mut self, fields: Fields, key: Span, form: Form) -> Body {
        let text = fields.get("text").and_then(|field| self.reader.text(field));
        let example = fields.get("example").and_then(|field| match form {
            Form::Graph => self.reader.graph_example(field, ExampleOf::Body),
            Form::Authoring => self.reader.plain_example(field, ExampleOf::Body),
        });
        Body { key, text, example, fields }
    }

    fn footer(&mut self, fields: Fields, key: Span) -> Footer {
        let text = fields.get("text").and_then(|field| self.reader.text(field));
        Footer { key, text, fields }
    }

    fn buttons(&mut self, field: &Field, key: Span) -> Option<Buttons> {
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

    fn carousel(&mut self, field: &Field, key: Span, form: Form) -> Option<Carousel> {
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

    fn offer(&mut self, field: &Field, key: Span) -> Option<Offer> {
        if !self.reader.is_mapping(field.value) {
            self.reader.wrong_type(field, "`text` and `has_expiration`");
            return None;
        }
        let fields = self.reader.fields(field.value, "a limited-time offer", OFFER_KEYS);
        Some(self.offer_of(fields, key))
    }

    fn offer_of(&mut self, fields: Fields, key: Span) -> Offer {
        let text = fields.get("text").and_then(|field| self.reader.text(field));
        Offer { key, text, fields }
    }
}

impl Variant {
    fn empty(language: Option<Leaf>, key: Span) -> Self {
        Self {
            language,
            key,
            header: None,
            body: None,
            footer: None,
            buttons: None,
            carousel: None,
            offer: None,
            call_permission_request: None,
            others: Vec::new(),
        }
    }
}
