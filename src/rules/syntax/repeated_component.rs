//! Two of what a message has one of.

use crate::finding::Place;
use crate::rules::prelude::*;

/// `syntax/repeated-component`
pub struct RepeatedComponent;

impl Rule for RepeatedComponent {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        for misfit in &file.content().misfits {
            if let Misfit::RepeatedComponent { first, again, kind } = misfit {
                cx.report(cx.at(*again), format!("this is the second {kind} of the message, which can have only one"))
                    .help("remove one of the two, or join them")
                    .related(Place { file: file.id, span: *first }, "the first one is here");
            }
        }
    }
}
