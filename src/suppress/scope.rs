//! What a comment is about: the line it trails, or what starts behind it.

use std::collections::HashMap;

use crate::input::Source;
use crate::rules::File;
use crate::syntax::{NodeId, NodeKind, Span, Style, Tree};

/// Where every value of a file stands, and what it stands in. Built only for files with comments for walint.
pub struct Outline<'f> {
    source: &'f Source,
    tree: &'f Tree,
    /// By start, parents before children.
    nodes: Vec<(u32, NodeId)>,
    parents: HashMap<NodeId, Parent>,
}

#[derive(Clone, Copy)]
enum Parent {
    /// It is the key of that value.
    KeyOf(NodeId),
    /// It stands in a list.
    List,
    /// It is the value of a key. A whole document has no parent.
    Value,
}

impl<'f> Outline<'f> {
    pub fn new(file: &'f File) -> Self {
        let tree = file.tree();
        let mut nodes: Vec<(u32, NodeId)> = tree.iter().map(|(id, node)| (node.span.start, id)).collect();
        nodes.sort();
        let mut parents = HashMap::new();
        for (_, node) in tree.iter() {
            match &node.kind {
                NodeKind::Mapping(entries) => {
                    parents.extend(entries.iter().map(|(key, value)| (*key, Parent::KeyOf(*value))));
                    parents.extend(entries.iter().map(|(_, value)| (*value, Parent::Value)));
                }
                NodeKind::Sequence(items) => parents.extend(items.iter().map(|item| (*item, Parent::List))),
                NodeKind::Scalar { .. } => {}
            }
        }
        Self { source: &file.source, tree, nodes, parents }
    }

    /// What a comment is about. Nothing where no value follows.
    pub fn of(&self, comment: Span) -> Option<Span> {
        let line = self.source.line(self.source.line_of(comment.range().start));
        let before = self.source.slice(Span { start: line.start, end: comment.start });
        // The dash of a list may stand alone before its item.
        let alone = before.trim_matches([' ', '\t', '-']).is_empty();
        if alone { self.node_behind(comment) } else { Some(self.line(line, comment)) }
    }

    /// A line, with the whole of a text that ends on it, and of a block that it opens.
    fn line(&self, line: Span, comment: Span) -> Span {
        let mut scope = line;
        let next = self.nodes.partition_point(|(start, _)| *start < comment.start);
        if let Some((start, id)) = next.checked_sub(1).and_then(|last| self.nodes.get(last))
            && self.tree.span(*id).end > line.start
        {
            scope.start = scope.start.min(*start);
        }
        if let Some((start, id)) = self.nodes.get(next)
            && matches!(self.tree.node(*id).kind, NodeKind::Scalar { style: Style::Literal | Style::Folded, .. })
            && self.source.slice(Span { start: comment.end, end: *start }).trim().is_empty()
        {
            scope.end = self.tree.span(*id).end;
        }
        scope
    }

    /// The key with its value, the item of a list, or the whole template that comes next.
    fn node_behind(&self, comment: Span) -> Option<Span> {
        let next = self.nodes.partition_point(|(start, _)| *start < comment.end);
        let (start, _) = *self.nodes.get(next)?;
        let same = self.nodes[next..].iter().take_while(|(other, _)| *other == start).map(|(_, id)| *id);
        // The outermost node that starts here and is a thing of its own: an entry is one, and so is an item of a list.
        // A group of keys is meant as a whole only where it is a document; else its first key is.
        for id in same {
            match self.parents.get(&id) {
                Some(Parent::KeyOf(value)) => return Some(self.tree.span(id).to(self.tree.span(*value))),
                Some(Parent::List) => return Some(self.tree.span(id)),
                parent => match &self.tree.node(id).kind {
                    NodeKind::Sequence(items) if !self.is_flow(id) => {
                        return items.first().map(|item| self.tree.span(*item));
                    }
                    NodeKind::Mapping(_) if parent.is_some() && !self.is_flow(id) => {}
                    _ => return Some(self.tree.span(id)),
                },
            }
        }
        None
    }

    fn is_flow(&self, id: NodeId) -> bool {
        self.source.slice(self.tree.span(id)).starts_with(['[', '{'])
    }
}
