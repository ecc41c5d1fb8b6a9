//! The tree of a file: every key and every value with the bytes that wrote it.

use std::sync::Arc;

use super::Span;

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `text`, on one line or several.
    Plain,
    /// `'text'`
    SingleQuoted,
    /// `"text"`, as in JSON too.
    DoubleQuoted,
    /// `|`
    Literal,
    /// `>`
    Folded,
}

/// Index of a node in its [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(pub(super) u32);

/// One value of the file.
#[derive(Debug)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// The bytes that wrote it: with the quotes of a quoted scalar; without the header and the first
    /// indentation of a block scalar; empty for a value that is not there.
    pub span: Span,
}

/// The three kinds of value YAML and JSON know.
#[derive(Debug)]
pub enum NodeKind {
    /// A leaf. Its value is the text that was written: `no` is the word *no*, never *false*.
    Scalar {
        /// The decoded text.
        value: Arc<str>,
        /// How it is written.
        style: Style,
    },
    /// Keys and their values, in the order of the file, repeated keys included.
    Mapping(Vec<(NodeId, NodeId)>),
    /// A list.
    Sequence(Vec<NodeId>),
}

/// A comment, with its `#` and without its line break.
#[derive(Clone, Copy, Debug)]
pub struct Comment {
    /// The bytes of the comment.
    pub span: Span,
    /// Whether something else stands before it on its line.
    pub trailing: bool,
}

/// The values of one file.
#[derive(Debug, Default)]
pub struct Tree {
    pub(super) nodes: Vec<Node>,
    pub(super) documents: Vec<NodeId>,
    pub(super) comments: Vec<Comment>,
}

impl Tree {
    /// Gives back the room that was kept for more: a run holds thousands of trees.
    pub(super) fn shrink(&mut self) {
        self.nodes.shrink_to_fit();
        for node in &mut self.nodes {
            match &mut node.kind {
                NodeKind::Mapping(entries) => entries.shrink_to_fit(),
                NodeKind::Sequence(items) => items.shrink_to_fit(),
                NodeKind::Scalar { .. } => {}
            }
        }
    }

    /// The root of each document, in the order of the file.
    pub fn documents(&self) -> &[NodeId] {
        &self.documents
    }

    /// Every comment, in the order of the file.
    pub fn comments(&self) -> &[Comment] {
        &self.comments
    }

    /// The node behind an index of this tree.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// The bytes that wrote a node.
    pub fn span(&self, id: NodeId) -> Span {
        self.node(id).span
    }

    /// The text of a scalar; nothing for a mapping or a list.
    pub fn scalar(&self, id: NodeId) -> Option<&Arc<str>> {
        match &self.node(id).kind {
            NodeKind::Scalar { value, .. } => Some(value),
            _ => None,
        }
    }

    /// The entries of a mapping; nothing for other nodes.
    pub fn entries(&self, id: NodeId) -> Option<&[(NodeId, NodeId)]> {
        match &self.node(id).kind {
            NodeKind::Mapping(entries) => Some(entries),
            _ => None,
        }
    }

    /// The items of a list; nothing for other nodes.
    pub fn items(&self, id: NodeId) -> Option<&[NodeId]> {
        match &self.node(id).kind {
            NodeKind::Sequence(items) => Some(items),
            _ => None,
        }
    }

    /// The collection that a node is in, looked for from the node backwards.
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        let before = self.nodes.get(..id.0 as usize)?.iter().enumerate().rev();
        let holds = |node: &Node| match &node.kind {
            NodeKind::Mapping(entries) => entries.iter().any(|&(key, value)| key == id || value == id),
            NodeKind::Sequence(items) => items.contains(&id),
            NodeKind::Scalar { .. } => false,
        };
        before.filter(|(_, node)| holds(node)).map(|(index, _)| NodeId(u32::try_from(index).unwrap_or(u32::MAX))).next()
    }

    /// Whether a value was left out (`key:`) or written as `~` or `null` without quotes.
    pub fn is_absent(&self, id: NodeId) -> bool {
        matches!(&self.node(id).kind, NodeKind::Scalar { value, style: Style::Plain }
            if self.span(id).is_empty() || matches!(&**value, "" | "~" | "null"))
    }

    /// Every node with its index, in the order it was read (parents before children).
    pub fn iter(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.nodes.iter().enumerate().map(|(index, node)| (NodeId(u32::try_from(index).unwrap_or(u32::MAX)), node))
    }
}
