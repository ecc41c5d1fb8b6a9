//! From a tree to templates. Reads both file forms, and goes on after every mistake.

mod authoring;
mod graph;
mod parts;

use crate::finding::FileId;
use crate::journey::{self, Journey};
use crate::policy;
use crate::syntax::{NodeId, Span, Tree};

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
