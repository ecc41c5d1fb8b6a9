//! A value as both forms know it, with the comments that belong to it.

use std::collections::HashMap;

use crate::syntax::Span;

/// A value. Two are equal when they say the same: places and comments do not count, the order of keys does.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Where it was read.
    pub span: Span,
    /// The comments of the key or the list item it is the value of.
    pub notes: Notes,
}

/// The kinds of value JSON knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, in the digits that wrote it.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys with their values, in order.
    Map(Vec<(String, Node)>),
}

/// Comments, each with its `#`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// On lines of their own before it.
    pub before: Vec<String>,
    /// Behind it on its line.
    pub trailing: Vec<String>,
    /// On lines of their own at the end of the document.
    pub after: Vec<String>,
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

impl Eq for Node {}

impl From<Kind> for Node {
    fn from(kind: Kind) -> Self {
        Self { kind, span: Span::default(), notes: Notes::default() }
    }
}

impl Node {
    /// A text that nobody wrote.
    pub(super) fn text(text: &str) -> Self {
        Kind::Text(text.to_owned()).into()
    }

    /// A mapping that stands where `self` stood, without comments.
    pub(super) fn with(&self, kind: Kind) -> Self {
        Self { kind, span: self.span, notes: Notes::default() }
    }

    /// The same place and comments with another value.
    pub(super) fn with_notes(&self, kind: Kind) -> Self {
        Self { kind, span: self.span, notes: self.notes.clone() }
    }

    /// The text, where it is one.
    pub(super) fn as_text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The keys, where it has some.
    pub(super) fn entries(&self) -> Option<&[(String, Node)]> {
        match &self.kind {
            Kind::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The items, where it is a list.
    pub(super) fn items(&self) -> Option<&[Node]> {
        match &self.kind {
            Kind::List(items) => Some(items),
            _ => None,
        }
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Node> {
        find(self.entries()?, key)
    }

    /// Whether it is neither a list nor a mapping.
    pub(super) fn is_scalar(&self) -> bool {
        !matches!(self.kind, Kind::List(_) | Kind::Map(_))
    }

    /// What it is, in a sentence.
    pub(super) fn name(&self) -> &'static str {
        match self.kind {
            Kind::Null => "nothing",
            Kind::Bool(_) => "yes or no",
            Kind::Number(_) => "a number",
            Kind::Text(_) => "a text",
            Kind::List(_) => "a list",
            Kind::Map(_) => "a group of keys",
        }
    }

    /// Calls `see` with every comment in it.
    pub fn each_comment<'n>(&'n self, see: &mut impl FnMut(&'n str)) {
        let Notes { before, trailing, after } = &self.notes;
        before.iter().chain(trailing).for_each(|comment| see(comment));
        match &self.kind {
            Kind::List(items) => items.iter().for_each(|item| item.each_comment(see)),
            Kind::Map(entries) => entries.iter().for_each(|(_, value)| value.each_comment(see)),
            _ => {}
        }
        after.iter().for_each(|comment| see(comment));
    }

    /// Takes over the comments of what it was made of, as far as its parts have not brought them along.
    pub(super) fn keep_comments_of(&mut self, origin: &Node) {
        let mut kept: HashMap<String, usize> = HashMap::new();
        self.each_comment(&mut |comment| *kept.entry(comment.to_owned()).or_default() += 1);
        let mut lost = Vec::new();
        origin.each_comment(&mut |comment| match kept.get_mut(comment) {
            Some(count) if *count > 0 => *count -= 1,
            _ => lost.push(comment.to_owned()),
        });
        lost.append(&mut self.notes.before);
        self.notes.before = lost;
    }
}

/// The value of a key.
pub(super) fn find<'e>(entries: &'e [(String, Node)], key: &str) -> Option<&'e Node> {
    entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)
}

/// Entries in their usual order: the known keys first, then the others as they stand, and those of `last` at the end.
pub(super) fn sorted(mut entries: Vec<(String, Node)>, first: &[&str], last: &[&str]) -> Vec<(String, Node)> {
    let at = |list: &[&str], key: &str| list.iter().position(|known| *known == key);
    entries.sort_by_key(|(key, _)| match (at(first, key), at(last, key)) {
        (Some(place), _) => (0, place),
        (None, Some(place)) => (2, place),
        (None, None) => (1, 0),
    });
    entries
}
