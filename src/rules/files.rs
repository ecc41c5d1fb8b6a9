//! Some files of the run, as the rules see them that look at more than one.

use crate::finding::FileId;
use crate::rules::File;

/// Some files of the run, in its order.
#[derive(Clone, Copy, Debug)]
pub struct Files<'r> {
    list: &'r [&'r File],
    complete: bool,
}

impl<'r> Files<'r> {
    /// These files are all there are.
    pub fn new(list: &'r [&'r File]) -> Self {
        Self { list, complete: list.iter().all(|file| file.complete) }
    }

    /// These files are some of a run, in which all were read to their end, or not all.
    pub(crate) fn some(list: &'r [&'r File], complete: bool) -> Self {
        Self { list, complete }
    }

    /// Whether all files of the run could be read to their end, these and the others.
    pub fn are_complete(self) -> bool {
        self.complete
    }

    /// The files, one after another.
    pub fn iter(self) -> impl Iterator<Item = &'r File> + Clone {
        self.list.iter().copied()
    }

    /// The file with that index in the run, if it is one of these.
    pub fn get(self, id: FileId) -> Option<&'r File> {
        self.list.binary_search_by_key(&id, |file| file.id).ok().map(|at| self.list[at])
    }
}
