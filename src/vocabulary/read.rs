//! Texts with all that the vocabularies know of them, read once however many ask.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use super::data::ANY;
use super::{Known, Meaning, Vocabulary, english_beside, of};
use crate::finding::FileId;
use crate::policy::content::Found;
use crate::syntax::NodeId;
use crate::template::Text;
use crate::text::{Folded, Variable};

/// A text, and what is known of it.
#[derive(Debug)]
pub struct Read {
    /// Its words without differences of writing.
    pub folded: Folded,
    /// What its own language knows, and what means the same in every language, in the order of the text.
    own: Vec<Known>,
    /// What English knows, where people mix it in, in the order of the text.
    english: Vec<Known>,
}

impl Read {
    /// Reads a text in a language.
    pub fn of(text: &str, variables: &[Variable], code: Option<&str>) -> Self {
        let (own, english) = (of(code), english_beside(code));
        let folded = Folded::new(text, variables);
        let any = (!own.is_some_and(|own| own.with_any)).then_some(&ANY);
        let find = |vocabulary: &Vocabulary| vocabulary.find(&folded);
        let (mut known, english) = (own.map_or_else(Vec::new, find), english.map_or_else(Vec::new, find));
        if let Some(any) = any {
            known.extend(find(any));
            known.sort_by_key(|known| known.range.start);
        }
        Self { folded, own: known, english }
    }

    /// What makes a reviewer look twice, in the order of the text, the longest first where several start together.
    pub fn content(&self) -> Vec<Found> {
        let content = |known: &Known| match known.meaning {
            Meaning::Content(list) => Some(Found { list, range: known.range.clone() }),
            Meaning::Category(..) => None,
        };
        let mut found: Vec<Found> = self.own.iter().filter_map(content).collect();
        found.sort_by_key(|found| (found.range.start, Reverse(found.range.end), found.list));
        found.dedup();
        found
    }

    /// What the text's own language knows of the whole of it.
    pub fn all(&self) -> impl Iterator<Item = &Known> {
        self.own.iter()
    }

    /// What the text's own language knows of a part of it, and what English knows.
    pub fn within(&self, part: &Range<usize>) -> [impl Iterator<Item = &Known>; 2] {
        [&self.own, &self.english].map(|known| {
            let (end, first) = (part.end, known.partition_point(|known| known.range.start < part.start));
            let inside = known[first..].iter().take_while(move |known| known.range.start < end);
            inside.filter(move |known| known.range.end <= end)
        })
    }
}

/// The texts and names that were read.
#[derive(Debug, Default)]
pub struct Reads {
    /// By file and place in the file's tree. Each text stands in one variant, and so in one language: aliases of YAML
    /// are not followed.
    texts: RefCell<BTreeMap<(FileId, NodeId), Rc<Read>>>,
    /// The names of variables. They are the same in all variants.
    names: RefCell<BTreeMap<String, Rc<Read>>>,
}

impl Reads {
    /// A text of a file in a language. It is read only if it was not yet read.
    pub fn of(&self, file: FileId, text: &Text, code: Option<&str>) -> Rc<Read> {
        let read = || Rc::new(Read::of(text.value(), &text.variables.list, code));
        Rc::clone(self.texts.borrow_mut().entry((file, text.leaf.node)).or_insert_with(read))
    }

    /// The words of a name such as `order_number`, as English: that is what names are mostly written in.
    pub fn of_name(&self, name: &str) -> Rc<Read> {
        let mut names = self.names.borrow_mut();
        if let Some(known) = names.get(name) {
            return Rc::clone(known);
        }
        let read = Rc::new(Read::of(&name.replace('_', " "), &[], None));
        names.insert(name.to_owned(), Rc::clone(&read));
        read
    }

    /// Lets go of all of them.
    pub fn forget(&self) {
        self.texts.borrow_mut().clear();
        self.names.borrow_mut().clear();
    }
}
