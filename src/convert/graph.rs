//! To the Graph form: one request for each language.

use crate::policy::{Standing, TEMPLATE_FIELDS};
use crate::syntax::Span;
use crate::template::Form;
use crate::text::{VariableKind, Variables};

use super::component::{self, expand};
use super::normal::normal;
use super::value::{Kind, Node, find, sorted};
use super::{Refusal, Written};

const FIRST: &[&str] =
    &["name", "language", "category", "sub_category", "parameter_format", "message_send_ttl_seconds"];

/// The keys of a template, in their usual order.
pub(super) fn in_order(entries: Vec<(String, Node)>) -> Vec<(String, Node)> {
    // What Meta adds stands below what people write, in an order of its own: languages may have parts of it.
    let mut last: Vec<&str> = TEMPLATE_FIELDS.iter().map(|field| field.name).filter(|name| is_returned(name)).collect();
    last.extend(["components", "variants"]);
    sorted(entries, FIRST, &last)
}

/// Whether a key of a template is in what Meta returns, and not in what it takes.
pub(super) fn is_returned(key: &str) -> bool {
    TEMPLATE_FIELDS.iter().any(|field| field.name == key && field.standing == Standing::ReadOnly)
}

/// The requests that create a template.
///
/// # Errors
/// Where a part of it has no place in a request.
pub fn to_graph(written: &Written) -> Result<Vec<Node>, Vec<Refusal>> {
    let entries = written.node.entries().unwrap_or(&[]);
    let refuse = |at: Span, message: String| vec![Refusal::new(written.file, at, message)];
    if written.form == Form::Graph {
        if let Some(variants) = find(entries, "variants") {
            let message = "the template has both `components` and `variants`; only one can be meant";
            return Err(refuse(variants.span, message.to_owned()));
        }
        return request(&written.node, entries.to_vec())
            .map(|node| vec![node])
            .map_err(|(at, message)| refuse(at, message));
    }
    let Some(variants) = find(entries, "variants") else { return Ok(Vec::new()) };
    if let Some(language) = find(entries, "language") {
        let message = "the template names a language beside its variants, which have their own";
        return Err(refuse(language.span, message.to_owned()));
    }
    let Some(languages) = variants.entries().filter(|languages| !languages.is_empty()) else {
        let message = "`variants` has to be a group of languages, such as `en_US: {body: ...}`";
        return Err(refuse(variants.span, message.to_owned()));
    };
    let shared: Vec<_> = entries.iter().filter(|(key, _)| key != "variants").cloned().collect();
    let mut requests = Vec::new();
    let mut refusals = Vec::new();
    for (language, variant) in languages {
        match one(&shared, language, variant).and_then(|entries| request(variant, entries)) {
            Ok(node) => requests.push(node),
            Err((at, message)) => refusals.push(Refusal::new(written.file, at, message)),
        }
    }
    if refusals.is_empty() { Ok(requests) } else { Err(refusals) }
}

fn one(shared: &[(String, Node)], language: &str, variant: &Node) -> component::Outcome<Vec<(String, Node)>> {
    let Some(parts) = variant.entries() else {
        let message = format!("the variant `{language}` is {}, and has to be a group of its parts", variant.name());
        return Err((variant.span, message));
    };
    let mut entries = shared.to_vec();
    entries.push(("language".to_owned(), Node::text(language)));
    let mut components = Vec::new();
    for (key, part) in parts {
        if is_returned(key) {
            entries.retain(|(known, _)| known != key);
            entries.push((key.clone(), part.clone()));
        } else {
            components.extend(expand(key, part)?);
        }
    }
    entries.push(("components".to_owned(), variant.with(Kind::List(components))));
    Ok(entries)
}

/// A request in its usual order, with what the API takes for granted written out.
fn request(origin: &Node, mut entries: Vec<(String, Node)>) -> component::Outcome<Node> {
    let from_library = find(&entries, "library_template_name").is_some();
    entries
        .retain(|(key, value)| !(from_library && key == "components" && value.items().is_some_and(<[Node]>::is_empty)));
    for (key, value) in &mut entries {
        if key == "components" {
            let Some(items) = value.items() else {
                return Err((value.span, format!("`components` is {}, and has to be a list", value.name())));
            };
            value.kind = Kind::List(items.iter().map(normal).collect());
        }
    }
    let declared = find(&entries, "parameter_format").is_some_and(|format| format.kind != Kind::Null);
    if !declared && find(&entries, "components").is_some_and(has_named_variables) {
        entries.retain(|(key, _)| key != "parameter_format");
        entries.push(("parameter_format".to_owned(), Node::text("NAMED")));
    }
    Ok(origin.with_notes(Kind::Map(in_order(entries))))
}

/// Whether texts have variables by name, and none by number. Without `parameter_format` the API would take them for
/// numbered.
fn has_named_variables(components: &Node) -> bool {
    let (mut named, mut numbered) = (false, false);
    let mut look = |text: &str| {
        for variable in Variables::parse(text).list {
            match variable.kind {
                VariableKind::Named => named = true,
                VariableKind::Positional(_) => numbered = true,
                VariableKind::Invalid => {}
            }
        }
    };
    each_text(components, &mut look);
    named && !numbered
}

fn each_text(components: &Node, look: &mut impl FnMut(&str)) {
    for component in components.items().unwrap_or(&[]) {
        if let Some(text) = component.get("text").and_then(Node::as_text) {
            look(text);
        }
        for card in component.get("cards").and_then(Node::items).unwrap_or(&[]) {
            for component in card.get("components").and_then(Node::items).unwrap_or(&[]) {
                if let Some(text) = component.get("text").and_then(Node::as_text) {
                    look(text);
                }
            }
        }
    }
}

/// The request without what Meta does not take: keys that only it writes, and the paths of local files.
pub fn for_submission(request: &Node) -> Node {
    let kept = |(key, value): &(String, Node)| {
        if is_returned(key) {
            return None;
        }
        Some((key.clone(), if key == "components" { without_media(value) } else { value.clone() }))
    };
    let entries = request.entries().unwrap_or(&[]);
    request.with_notes(Kind::Map(entries.iter().filter_map(kept).collect()))
}

fn without_media(node: &Node) -> Node {
    match &node.kind {
        Kind::List(items) => node.with_notes(Kind::List(items.iter().map(without_media).collect())),
        Kind::Map(entries) => {
            let is_header = find(entries, "type").and_then(Node::as_text) == Some("HEADER");
            let kept = entries.iter().filter(|(key, _)| !(is_header && key == "media"));
            node.with_notes(Kind::Map(kept.map(|(key, value)| (key.clone(), without_media(value))).collect()))
        }
        _ => node.clone(),
    }
}
