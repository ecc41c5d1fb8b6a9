//! A key that stands twice.

use crate::finding::Place;
use crate::rules::prelude::*;
use crate::syntax::Problem;

/// `syntax/duplicate-key`
pub struct DuplicateKey;

impl Rule for DuplicateKey {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        for problem in &file.problems {
            let Problem::DuplicateKey { first, again } = problem else { continue };
            let key = file.source.slice(*again).to_owned();
            cx.report(cx.at(*again), format!("the key {key} stands here for the second time"))
                .help("remove one of the two, or rename it")
                .related(Place { file: file.id, span: *first }, "it stands here first");
        }
    }
}
