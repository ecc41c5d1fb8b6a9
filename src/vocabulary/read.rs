//! Texts with all that the vocabularies know of them, read once however many ask.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::HashMap;
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
    /// What its own language knows, and then what means the same in every language.
    own: Vec<Known>,
    /// What English knows, where people mix it in.
    english: Vec<Known>,
}

impl Read {
    /// Reads a text in a language.
    pub fn of(text: &str, variables: &[Variable], code: Option<&str>) -> Self {
        let (own, english) = (of(code), english_beside(code));
        let folded = Folded::new(text, variables);
        let any = (!own.is_some_and(|own| own.with_any)).then_some(&ANY);
        let find = |vocabulary: &Vocabulary| vocabulary.find(&folded);
        let (own, english) = (own.into_iter().chain(any).flat_map(find).collect(), english.map_or_else(Vec::new, find));
        Self { folded, own, english }
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

    /// What the text's own language knows of a part of it, and what English knows.
    pub fn within(&self, part: &Range<usize>) -> [impl Iterator<Item = &Known>; 2] {
        [&self.own, &self.english].map(|known| {
            let (start, end) = (part.start, part.end);
            known.iter().filter(move |known| start <= known.range.start && known.range.end <= end)
        })
    }
}

/// The texts that were read, by file and place in the file's tree. Each stands in one variant, and so in one language:
/// aliases of YAML are not followed.
#[derive(Debug, Default)]
pub struct Reads(RefCell<HashMap<(FileId, NodeId), Rc<Read>>>);

impl Reads {
    /// A text of a file in a language. It is read only if it was not yet read.
    pub fn of(&self, file: FileId, text: &Text, code: Option<&str>) -> Rc<Read> {
        let read = || Rc::new(Read::of(text.value(), &text.variables.list, code));
        Rc::clone(self.0.borrow_mut().entry((file, text.leaf.node)).or_insert_with(read))
    }

    /// Lets go of all of them.
    pub fn forget(&self) {
        self.0.borrow_mut().clear();
    }
}
