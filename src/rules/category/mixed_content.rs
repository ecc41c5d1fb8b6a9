//! A message about the reader's own affairs that promotes as well.

use super::shared::{self, Cause};
use crate::rules::prelude::*;

/// `category/mixed-content`
pub struct MixedContent;

impl Rule for MixedContent {
    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(reading) = shared::promotional(Cause::Mixed, variant, template, cx) else { return };
        shared::report(&reading, template, "this UTILITY message promotes beside its news", cx).help(
            "one promotional sentence makes the whole message MARKETING; take it out and send it as a template of its own",
        );
    }
}
