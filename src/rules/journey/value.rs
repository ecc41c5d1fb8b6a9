//! A value in a journey that can not be followed.

use crate::rules::prelude::*;

/// `journey/value`
pub struct Value;

impl Rule for Value {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        for slip in file.content().journeys.iter().flat_map(|journey| &journey.slips) {
            let place = match &slip.at {
                Ok(leaf) => cx.leaf(leaf),
                Err(key) => cx.at(*key),
            };
            cx.report(place, &slip.message).help(&slip.help);
        }
    }
}
