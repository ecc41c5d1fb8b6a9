//! Reads the templates of a file with everything that is in them, comments too.

use std::collections::HashMap;

use crate::finding::FileId;
use crate::rules::File;
use crate::syntax::{NodeId, NodeKind, Problem, Span, Tree};
use crate::template::{Form, Misfit};

use super::Refusal;
use super::typing::{self, SAMPLES};
use super::value::{Kind, Node, Notes};

/// A template as it stands in its file.
#[derive(Clone, Debug)]
pub struct Written {
    /// The file.
    pub file: FileId,
    /// How it is written.
    pub form: Form,
    /// Its keys.
    pub node: Node,
}

/// Reads the templates of a file.
///
/// # Errors
/// Where the file could not be read wholly, or holds something that only one of the forms can say.
pub fn read(file: &File) -> Result<Vec<Written>, Vec<Refusal>> {
    let refusals = obstacles(file);
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let mut reader = Reader { tree: file.tree(), notes: comments(file) };
    let mut written: Vec<Written> = Vec::new();
    for template in &file.content().templates {
        // What stands above a template is about the template, and not about the key that happens to be its first.
        let above = reader.notes.get_mut(&template.key.start).map(|notes| std::mem::take(&mut notes.before));
        let fields = template.fields.0.iter();
        let entries: Vec<_> = fields
            .map(|field| {
                let node = reader.value(field.value, field.key, &field.name, false);
                (field.name.to_string(), node)
            })
            .collect();
        let mut node = Node::from(Kind::Map(entries));
        node.span = template.key;
        node.notes.before = above.unwrap_or_default();
        written.push(Written { file: file.id, form: template.form, node });
    }
    // What stands beside the templates goes where the file begins; what stands below them, where it ends.
    let last = reader.notes.remove(&u32::MAX);
    let mut beside: Vec<_> = reader.notes.drain().collect();
    beside.sort_unstable_by_key(|(at, _)| *at);
    if let Some(first) = written.first_mut() {
        let comments: Vec<String> =
            beside.into_iter().flat_map(|(_, notes)| notes.before.into_iter().chain(notes.trailing)).collect();
        first.node.notes.before.splice(0..0, comments);
    }
    if let (Some(written), Some(notes)) = (written.last_mut(), last) {
        written.node.notes.after = notes.before;
    }
    Ok(written)
}

/// What keeps a file from being converted as a whole.
fn obstacles(file: &File) -> Vec<Refusal> {
    let refuse = |span: Span, message: String| Refusal::new(file.id, span, message);
    if !file.complete {
        return vec![refuse(
            Span::default(),
            "the file could not be read, or not wholly; `walint check` says why".into(),
        )];
    }
    let repeated = file.problems.iter().filter_map(|problem| match problem {
        Problem::DuplicateKey { again, .. } => Some(refuse(
            *again,
            format!("the key `{}` is there twice; only one can be meant", file.source.slice(*again)),
        )),
        _ => None,
    });
    let misfits = file.content().misfits.iter().filter_map(|misfit| match misfit {
        Misfit::NotATemplate { at, found } => {
            Some(refuse(*at, format!("{found} stands among the templates and is not one")))
        }
        _ => None,
    });
    let keys = file.tree().iter().filter_map(|(_, node)| match &node.kind {
        NodeKind::Mapping(entries) => Some(entries.iter().map(|(key, _)| *key)),
        _ => None,
    });
    let nameless = keys
        .flatten()
        .filter(|key| file.tree().scalar(*key).is_none())
        .map(|key| refuse(file.tree().span(key), "a list or a group of keys can not be the name of a key".into()));
    let mut refusals: Vec<Refusal> = repeated.chain(misfits).chain(nameless).collect();
    if file.content().others > 0 && file.outline.templates > 0 {
        refusals.push(refuse(Span::default(), "the file holds something else beside its templates".into()));
    }
    refusals
}

struct Reader<'t> {
    tree: &'t Tree,
    notes: HashMap<u32, Notes>,
}

impl Reader<'_> {
    /// The value of an entry or a list item that starts at `start`.
    fn value(&mut self, id: NodeId, start: Span, key: &str, sample: bool) -> Node {
        let notes = self.notes.remove(&start.start).unwrap_or_default();
        let sample = sample || key == SAMPLES;
        let tree = self.tree;
        let kind = match &tree.node(id).kind {
            NodeKind::Scalar { value, style } => typing::scalar(value, *style, key, sample),
            NodeKind::Sequence(items) => {
                Kind::List(items.iter().map(|item| self.value(*item, tree.span(*item), key, sample)).collect())
            }
            NodeKind::Mapping(entries) => Kind::Map(
                entries
                    .iter()
                    .map(|&(key, value)| {
                        let name = tree.scalar(key).map_or_else(String::new, ToString::to_string);
                        let node = self.value(value, tree.span(key), &name, sample);
                        (name, node)
                    })
                    .collect(),
            ),
        };
        Node { kind, span: if tree.span(id).is_empty() { start } else { tree.span(id) }, notes }
    }
}

/// The comments of a file by the place of the key or list item they belong to: the one they stand behind on its line,
/// else the next one. Those below everything are at the very end.
fn comments(file: &File) -> HashMap<u32, Notes> {
    let mut notes: HashMap<u32, Notes> = HashMap::new();
    let tree = file.tree();
    if tree.comments().is_empty() {
        return notes;
    }
    let mut places: Vec<u32> = Vec::new();
    for (_, node) in tree.iter() {
        match &node.kind {
            NodeKind::Mapping(entries) => places.extend(entries.iter().map(|(key, _)| tree.span(*key).start)),
            NodeKind::Sequence(items) => places.extend(items.iter().map(|item| tree.span(*item).start)),
            NodeKind::Scalar { .. } => {}
        }
    }
    places.sort_unstable();
    for comment in tree.comments() {
        let text = file.source.slice(comment.span).trim_end().to_owned();
        let next = places.partition_point(|place| *place <= comment.span.start);
        match next.checked_sub(1).filter(|_| comment.trailing) {
            Some(same) => notes.entry(places[same]).or_default().trailing.push(text),
            None => {
                let place = places.get(next).copied().unwrap_or(u32::MAX);
                notes.entry(place).or_default().before.push(text);
            }
        }
    }
    notes
}
