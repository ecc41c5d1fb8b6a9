//! Reading a mapping key by key, and telling every key nobody asked for.

use std::sync::Arc;

use crate::syntax::{NodeId, NodeKind, Span, Style, Tree};
use crate::text::Variables;
use crate::text::similar::nearest;

use super::{Field, Fields, Leaf, Misfit, Text};

/// Reads values out of a tree and collects what does not fit.
pub(crate) struct Reader<'t> {
    pub(crate) tree: &'t Tree,
    pub(crate) misfits: Vec<Misfit>,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(tree: &'t Tree) -> Self {
        Self { tree, misfits: Vec::new() }
    }

    /// The fields of a mapping whose known keys are `known`. A misspelt key is told and read as the one that
    /// was probably meant, so that one slip does not look like many.
    pub(crate) fn fields(&mut self, node: NodeId, within: &'static str, known: &[&'static str]) -> Fields {
        let entries = self.tree.entries(node).unwrap_or(&[]);
        let written: Vec<Arc<str>> =
            entries.iter().map(|(key, _)| self.tree.scalar(*key).cloned().unwrap_or_default()).collect();
        let mut fields = Fields::default();
        for (&(key, value), name) in entries.iter().zip(&written) {
            let span = self.tree.span(key);
            let mut known_as = Arc::clone(name);
            if !known.contains(&&**name) {
                let suggestion = nearest(name, known.iter().copied());
                let free = suggestion.filter(|right| !written.iter().any(|other| **other == **right));
                if let Some(right) = free {
                    known_as = Arc::from(right);
                }
                self.misfits.push(Misfit::UnknownKey {
                    key: span,
                    name: Arc::clone(name),
                    within,
                    suggestion,
                    read_as_suggested: free.is_some(),
                });
            }
            fields.0.push(Field { name: known_as, key: span, value });
        }
        fields
    }

    /// A scalar with its text; a misfit for a list or a mapping, nothing for a value that is not there.
    pub(crate) fn leaf(&mut self, field: &Field, expected: &'static str) -> Option<Leaf> {
        match self.tree.scalar(field.value) {
            Some(_) if self.tree.is_absent(field.value) => None,
            Some(_) => self.scalar(field.value),
            None => {
                self.wrong_type(field, expected);
                None
            }
        }
    }

    /// A scalar that people will read, with its variables.
    pub(crate) fn text(&mut self, field: &Field) -> Option<Text> {
        let leaf = self.leaf(field, "a text")?;
        Some(self.as_text(leaf))
    }

    pub(crate) fn as_text(&self, leaf: Leaf) -> Text {
        let leaf = self.without_final_break(leaf);
        let variables = Variables::parse(&leaf.value);
        Text { leaf, variables }
    }

    /// Takes away the line break that ends a block and is not meant.
    pub(crate) fn without_final_break(&self, mut leaf: Leaf) -> Leaf {
        if matches!(leaf.style, Style::Literal | Style::Folded) && leaf.value.ends_with('\n') {
            leaf.value = Arc::from(leaf.value.trim_end_matches('\n'));
        }
        leaf
    }

    pub(crate) fn scalar(&self, node: NodeId) -> Option<Leaf> {
        Leaf::of(self.tree, node)
    }

    /// The items of a list; a misfit for anything else that is there.
    pub(crate) fn list(&mut self, field: &Field, expected: &'static str) -> Option<Vec<NodeId>> {
        match self.tree.items(field.value) {
            Some(items) => Some(items.to_vec()),
            None if self.tree.is_absent(field.value) => None,
            None => {
                self.wrong_type(field, expected);
                None
            }
        }
    }

    pub(crate) fn wrong_type(&mut self, field: &Field, expected: &'static str) {
        self.misfit_type(field.value, format!("`{}`", field.name), expected);
    }

    pub(crate) fn misfit_type(&mut self, node: NodeId, what: String, expected: &'static str) {
        // A value that is not there is pointed at by what lacks it.
        let (at, found) = (self.tree.span(node), self.kind_name(node));
        self.misfits.push(Misfit::WrongType { at, what, expected, found });
    }

    pub(crate) fn kind_name(&self, node: NodeId) -> &'static str {
        match self.tree.node(node).kind {
            NodeKind::Scalar { .. } if self.tree.is_absent(node) => "nothing",
            NodeKind::Scalar { .. } => "a text",
            NodeKind::Mapping(_) => "a group of keys",
            NodeKind::Sequence(_) => "a list",
        }
    }

    pub(crate) fn is_mapping(&self, node: NodeId) -> bool {
        self.tree.entries(node).is_some()
    }

    /// The span of a mapping's first key, else of the node.
    pub(crate) fn first_key(&self, node: NodeId) -> Span {
        let first = self.tree.entries(node).and_then(|entries| entries.first());
        self.tree.span(first.map_or(node, |(key, _)| *key))
    }
}
