//! Samples, in every shape the two forms allow.

use crate::syntax::NodeId;

use super::object::Reader;
use super::{Example, Field, Misfit, ParameterFormat, Sample};

/// What a samples list is for, and so where the Graph form keeps it.
#[derive(Clone, Copy)]
pub(super) enum ExampleOf {
    Header,
    Body,
    Button,
}

impl ExampleOf {
    fn positional_key(self) -> &'static str {
        match self {
            Self::Header => "header_text",
            Self::Body | Self::Button => "body_text",
        }
    }

    fn named_key(self) -> &'static str {
        match self {
            Self::Header => "header_text_named_params",
            Self::Body | Self::Button => "body_text_named_params",
        }
    }

    fn known_keys(self) -> &'static [&'static str] {
        match self {
            Self::Header => &["header_text", "header_text_named_params", "header_handle", "header_url"],
            Self::Body | Self::Button => &["body_text", "body_text_named_params"],
        }
    }

    fn expected(self) -> &'static str {
        match self {
            Self::Header => "`header_text: [sample]` or `header_text_named_params: [{param_name, example}]`",
            Self::Body => "`body_text: [[sample, ...]]` or `body_text_named_params: [{param_name, example}]`",
            Self::Button => "a list with one sample",
        }
    }
}

impl Reader<'_> {
    /// The samples of the Graph form: `example: {body_text: [[...]]}` and its relatives.
    pub(super) fn graph_example(&mut self, field: &Field, of: ExampleOf) -> Option<Example> {
        if self.tree.is_absent(field.value) {
            return None;
        }
        if !self.is_mapping(field.value) {
            // A button's samples are a plain list or a single text.
            if matches!(of, ExampleOf::Button) {
                return self.plain_example(field, of);
            }
            self.shape(field.value, of);
            return None;
        }
        let fields = self.fields(field.value, "an example", of.known_keys());
        if let Some(named) = fields.get(of.named_key()) {
            return self.named_params(named, of);
        }
        let positional = fields.get(of.positional_key())?;
        let items = match self.tree.items(positional.value) {
            Some(items) => items.to_vec(),
            // One variable's sample may be a plain text.
            None => return self.plain_example(positional, of),
        };
        let inner: Vec<NodeId> = items.iter().copied().filter(|item| self.tree.items(*item).is_some()).collect();
        let body = matches!(of, ExampleOf::Body);
        let samples = match (inner.as_slice(), items.as_slice()) {
            ([], _) if !body || items.len() <= 1 => items,
            ([only], [_]) if body => self.tree.items(*only).unwrap_or(&[]).to_vec(),
            _ => {
                self.shape(positional.value, of);
                // The values are still samples: what they say is checked all the same.
                items.iter().flat_map(|item| self.tree.items(*item).map_or(vec![*item], <[NodeId]>::to_vec)).collect()
            }
        };
        Some(self.positional(positional, samples, of))
    }

    /// The samples of the authoring form: a list by position, a mapping by name, or one text.
    pub(super) fn plain_example(&mut self, field: &Field, of: ExampleOf) -> Option<Example> {
        if let Some(items) = self.tree.items(field.value) {
            let items = items.to_vec();
            return Some(self.positional(field, items, of));
        }
        if let Some(entries) = self.tree.entries(field.value) {
            // As the Graph form has them. A sample by name is a text, so a variable may have the name of such a key.
            let graph = |&(key, value): &(NodeId, NodeId)| {
                let of_any =
                    |name: &str| [ExampleOf::Header, ExampleOf::Body].iter().any(|of| of.known_keys().contains(&name));
                let known = self.tree.scalar(key).is_some_and(|name| of_any(name));
                known && self.tree.scalar(value).is_none()
            };
            if entries.iter().any(graph) {
                return self.graph_example(field, of);
            }
            let entries = entries.to_vec();
            let samples = entries
                .into_iter()
                .filter_map(|(name, value)| {
                    let sample = self.sample(value, of)?;
                    Some(Sample { name: self.scalar(name), value: sample })
                })
                .collect();
            return Some(self.example(field, samples, ParameterFormat::Named));
        }
        if self.tree.is_absent(field.value) {
            return None;
        }
        Some(self.positional(field, vec![field.value], of))
    }

    fn positional(&mut self, field: &Field, items: Vec<NodeId>, of: ExampleOf) -> Example {
        let samples =
            items.into_iter().filter_map(|item| Some(Sample { name: None, value: self.sample(item, of)? })).collect();
        self.example(field, samples, ParameterFormat::Positional)
    }

    fn named_params(&mut self, field: &Field, of: ExampleOf) -> Option<Example> {
        let items = self.list(field, "a list of {param_name, example}")?;
        let mut samples = Vec::new();
        for item in items {
            if !self.is_mapping(item) {
                self.shape(item, of);
                continue;
            }
            let fields = self.fields(item, "a named sample", &["param_name", "example"]);
            let name = fields.get("param_name").and_then(|field| self.leaf(field, "the name of a variable"));
            let value = fields.get("example").and_then(|field| self.sample(field.value, of));
            match value {
                Some(value) => samples.push(Sample { name, value }),
                None => self.shape(item, of),
            }
        }
        Some(self.example(field, samples, ParameterFormat::Named))
    }

    fn sample(&mut self, node: NodeId, of: ExampleOf) -> Option<super::Leaf> {
        let leaf = self.scalar(node).map(|leaf| self.without_final_break(leaf));
        if leaf.is_none() {
            self.shape(node, of);
        }
        leaf
    }

    fn example(&self, field: &Field, samples: Vec<Sample>, format: ParameterFormat) -> Example {
        Example { key: field.key, span: self.tree.span(field.value), samples, format }
    }

    fn shape(&mut self, node: NodeId, of: ExampleOf) {
        self.misfits.push(Misfit::ExampleShape { at: self.tree.span(node), expected: of.expected() });
    }
}
