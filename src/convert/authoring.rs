//! To the authoring form: all languages of a name together.

use std::collections::{HashMap, HashSet};

use crate::finding::FileId;
use crate::template::Form;

use super::component::shorten;
use super::graph::{in_order, is_returned, to_graph};
use super::json::write_json;
use super::value::{Kind, Node, find};
use super::{Refusal, Written};

/// One language of a template, taken apart.
struct Member {
    origin: Node,
    language: String,
    /// What the languages of a template have in common.
    shared: Vec<(String, Node)>,
    /// What Meta says about this one.
    own: Vec<(String, Node)>,
    parts: Vec<(String, Node)>,
}

/// The templates in the authoring form, in the order in which their first languages stand. Languages come together
/// where all that people write about a template is the same, so that nothing has to be given up.
///
/// # Errors
/// Where a component has no place in a variant, or a template names no language.
pub fn to_authoring(written: &[Written]) -> Result<Vec<Node>, Vec<Refusal>> {
    let mut refusals = Vec::new();
    let mut groups: Vec<Group> = Vec::new();
    let mut open: HashMap<String, usize> = HashMap::new();
    let mut seen: HashSet<(usize, String)> = HashSet::new();
    for template in written {
        if template.form == Form::Authoring {
            // Proves that it can be read as one.
            refusals.extend(to_graph(template).err().unwrap_or_default());
            groups.push(Group::Whole(template.node.clone()));
            continue;
        }
        match member(template) {
            Ok(member) => {
                let key = key(&member);
                // A language that is there twice is a template of its own: a variant has one place for it.
                let known = open.get(&key).copied().filter(|at| !seen.contains(&(*at, member.language.clone())));
                let at = known.unwrap_or(groups.len());
                seen.insert((at, member.language.clone()));
                match groups.get_mut(at) {
                    Some(Group::Members(members)) => members.push(member),
                    _ => {
                        open.insert(key, at);
                        groups.push(Group::Members(vec![member]));
                    }
                }
            }
            Err(mut refused) => refusals.append(&mut refused),
        }
    }
    let templates = groups.into_iter().map(|group| match group {
        Group::Whole(node) => ordered(node),
        Group::Members(members) => together(members),
    });
    if refusals.is_empty() { Ok(templates.collect()) } else { Err(refusals) }
}

enum Group {
    Whole(Node),
    Members(Vec<Member>),
}

fn ordered(mut node: Node) -> Node {
    if let Kind::Map(entries) = &mut node.kind {
        *entries = in_order(std::mem::take(entries));
    }
    node
}

/// What languages must agree in to be one template. One without a name is nobody's.
fn key(member: &Member) -> String {
    let mut key = Vec::new();
    let named = find(&member.shared, "name").and_then(Node::as_text).is_some_and(|name| !name.is_empty());
    if !named {
        key.extend_from_slice(format!("{} ", member.origin.span.start).as_bytes());
    }
    write_json(&Kind::Map(member.shared.clone()).into(), &mut key);
    String::from_utf8_lossy(&key).into_owned()
}

fn member(template: &Written) -> Result<Member, Vec<Refusal>> {
    let refuse = |file: FileId, at: &Node, message: String| Refusal::new(file, at.span, message);
    let mut refusals = Vec::new();
    let requests = to_graph(template)?;
    let Some(request) = requests.first() else { return Err(refusals) };
    let (mut shared, mut own) = (Vec::new(), Vec::new());
    let (mut language, mut parts) = (None, Vec::new());
    for (key, value) in request.entries().unwrap_or(&[]) {
        match &**key {
            "language" => language = value.as_text().filter(|code| !code.is_empty()),
            "components" => parts = taken_apart(template.file, value, &mut refusals),
            // Languages that were decided on differently stay apart: what is approved must not look as if it were not.
            _ if is_returned(key) && key != "status" => own.push((key.clone(), value.clone())),
            _ => shared.push((key.clone(), value.clone())),
        }
    }
    if language.is_none() {
        let message = "the template names no language, and the languages are the keys of the other form";
        refusals.push(refuse(template.file, request, message.to_owned()));
    }
    match language {
        Some(language) if refusals.is_empty() => {
            Ok(Member { origin: template.node.clone(), language: language.to_owned(), shared, own, parts })
        }
        _ => Err(refusals),
    }
}

fn taken_apart(file: FileId, components: &Node, refusals: &mut Vec<Refusal>) -> Vec<(String, Node)> {
    let mut parts: Vec<(String, Node)> = Vec::new();
    let mut seen = HashSet::new();
    for component in components.items().unwrap_or(&[]) {
        let refused = match shorten(component) {
            Ok((key, _)) if is_returned(&key) => format!("a component of the type `{key}` has no place in a variant"),
            Ok((key, _)) if !seen.insert(key.clone()) => {
                format!("the message has two components of the type `{key}`; a variant has one")
            }
            Ok(part) => {
                parts.push(part);
                continue;
            }
            Err((at, message)) => {
                refusals.push(Refusal::new(file, at, message));
                continue;
            }
        };
        refusals.push(Refusal::new(file, component.span, refused));
    }
    parts
}

fn together(members: Vec<Member>) -> Node {
    let mut origins = members.iter().map(|member| member.origin.clone()).collect::<Vec<_>>();
    let mut shared = members.first().map(|member| member.shared.clone()).unwrap_or_default();
    let common: Vec<(String, Node)> = members.first().map_or_else(Vec::new, |first| {
        first.own.iter().filter(|entry| members.iter().all(|member| member.own.contains(entry))).cloned().collect()
    });
    let mut variants = Vec::new();
    for (index, member) in members.into_iter().enumerate() {
        let own = member.own.into_iter().filter(|(key, _)| find(&common, key).is_none());
        let entries = own.chain(member.parts).collect();
        let mut variant = Node::from(Kind::Map(entries));
        if index > 0 {
            variant.keep_comments_of(&origins[index]);
        }
        variants.push((member.language, variant));
    }
    shared.extend(common);
    shared.push(("variants".to_owned(), Kind::Map(variants).into()));
    let mut template = Node::from(Kind::Map(in_order(shared)));
    origins.truncate(1);
    let first = origins.pop();
    if let Some(mut first) = first {
        template.notes.after = std::mem::take(&mut first.notes.after);
        template.keep_comments_of(&first);
    }
    template
}
