//! A second opinion: what libyaml, a code base of its own, reads in a text.

use std::fmt;

use serde::de::{self, Deserialize, DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_yaml::{Deserializer, Error};
use walint::syntax::{NodeId, NodeKind, Tree};

/// The text without what libyaml is known to read otherwise than YAML 1.2 has it:
/// - U+0085, U+2028 and U+2029 break lines (as in YAML 1.1);
/// - a surrogate pair in a double-quoted scalar is an error, JSON or not;
/// - a block scalar whose last line is ended by the end of the file has no line feed at its end;
/// - a byte order mark shifts its line by a column, so that a `---` there is text.
pub fn common(text: &str) -> String {
    let mut text = text.trim_start_matches('\u{feff}').replace(['\u{85}', '\u{2028}', '\u{2029}'], "x");
    for pair in [r"\uD83D\uDE00", r"\ud83d\udc4d"] {
        text = text.replace(pair, r"\U0001F600");
    }
    if !text.ends_with(['\n', '\r']) {
        text.push('\n');
    }
    text
}

/// Whether libyaml refuses to take a tab as the first character of a block scalar, which YAML 1.2 allows.
pub fn is_tab_refused(error: &Error) -> bool {
    error.to_string().contains("found a tab character where an indentation space is expected")
}

/// The values of the tree that libyaml reads otherwise, with what it reads.
pub fn differences(text: &str, tree: &Tree) -> Result<Vec<(String, String)>, Error> {
    let mut differences = Vec::new();
    let mut documents = Deserializer::from_str(text);
    for &id in tree.documents() {
        let document = documents.next().ok_or_else(|| Error::custom("a document is missing"))?;
        Reading { tree, id, differences: &mut differences }.deserialize(document)?;
    }
    match documents.next() {
        None => Ok(differences),
        Some(_) => Err(Error::custom("there is another document")),
    }
}

/// Reads one value in the shape the tree has. A text is read as a text, whatever type YAML may see in it.
struct Reading<'t, 'd> {
    tree: &'t Tree,
    id: NodeId,
    differences: &'d mut Vec<(String, String)>,
}

impl<'de> DeserializeSeed<'de> for Reading<'_, '_> {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match &self.tree.node(self.id).kind {
            NodeKind::Scalar { .. } if self.tree.span(self.id).is_empty() && self.tree.is_absent(self.id) => {
                <()>::deserialize(deserializer)
            }
            NodeKind::Scalar { .. } => deserializer.deserialize_str(self),
            NodeKind::Mapping(_) => deserializer.deserialize_map(self),
            NodeKind::Sequence(_) => deserializer.deserialize_seq(self),
        }
    }
}

impl<'de> Visitor<'de> for Reading<'_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}", self.tree.node(self.id).kind)
    }

    fn visit_str<E>(self, read: &str) -> Result<(), E> {
        if let Some(ours) = self.tree.scalar(self.id).filter(|ours| read != &***ours) {
            self.differences.push((ours.to_string(), read.to_owned()));
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        for &(key, value) in self.tree.entries(self.id).unwrap_or_default() {
            let read = map.next_key_seed(Reading { tree: self.tree, id: key, differences: self.differences })?;
            read.ok_or_else(|| A::Error::custom("a key is missing"))?;
            map.next_value_seed(Reading { tree: self.tree, id: value, differences: self.differences })?;
        }
        map.next_key::<IgnoredAny>()?.map_or(Ok(()), |_| Err(A::Error::custom("there is another key")))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        for &item in self.tree.items(self.id).unwrap_or_default() {
            let read = list.next_element_seed(Reading { tree: self.tree, id: item, differences: self.differences })?;
            read.ok_or_else(|| A::Error::custom("an item is missing"))?;
        }
        list.next_element::<IgnoredAny>()?.map_or(Ok(()), |_| Err(A::Error::custom("there is another item")))
    }
}
