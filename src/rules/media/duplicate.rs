//! The same file under two names.

use std::collections::{HashMap, HashSet};

use super::shared::{self, Named};
use crate::rules::prelude::*;

/// `media/duplicate`
pub struct Duplicate;

impl Rule for Duplicate {
    fn run(&self, files: Files<'_>, cx: &mut Context<'_>) {
        let mut seen = HashSet::new();
        let named: Vec<Named<'_>> =
            shared::named(files, cx.shelf()).filter(|file| seen.insert(file.item.file.path.clone())).collect();
        let mut sizes: HashMap<u64, Vec<&Named<'_>>> = HashMap::new();
        named.iter().for_each(|file| sizes.entry(file.item.file.size).or_default().push(file));
        let mut first: HashMap<u64, &Named<'_>> = HashMap::new();
        for file in named.iter().filter(|file| file.item.file.size > 0) {
            // Only files of the same size can be the same, and few are.
            if sizes.get(&file.item.file.size).is_none_or(|same| same.len() < 2) {
                continue;
            }
            let Some(digest) = cx.shelf().digest(&file.item.file) else { continue };
            let Some(known) = first.get(&digest) else {
                first.insert(digest, file);
                continue;
            };
            let (this, other) = (shared::file_name(&file.leaf.value), shared::file_name(&known.leaf.value));
            let message = match this == other {
                true => format!("`{}` and `{}` are the same file", file.leaf.value, known.leaf.value),
                false => format!("`{this}` and `{other}` are the same file"),
            };
            let place = cx.leaf_of(known.file, known.leaf);
            cx.report(cx.leaf_of(file.file, file.leaf), message)
                .help("keep one of them, and name it in both places; or see whether the wrong file was copied")
                .related(place, "the other name");
        }
    }
}
