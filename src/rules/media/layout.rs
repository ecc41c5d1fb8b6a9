//! A video that can not start before all of it has arrived.

use super::shared;
use crate::media::{Facts, Index};
use crate::rules::prelude::*;

/// `media/layout`
pub struct Layout;

impl Rule for Layout {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for file in shared::uses(template, cx) {
            let Some(Facts::Film(film)) = file.fitting().map(|found| &found.facts) else { continue };
            let name = file.name();
            if film.fragmented {
                file.report(cx, format!("`{name}` is stored in fragments, as for streaming"))
                    .confidence(Confidence::Medium)
                    .help("save it as an ordinary MP4 file");
            } else if film.index == Index::Behind {
                file.report(
                    cx,
                    format!("the index of `{name}` stands at its end, so it plays only when all of it has arrived"),
                )
                .help("save it \"for the web\" (fast start), which puts the index at the beginning");
            }
        }
    }
}
