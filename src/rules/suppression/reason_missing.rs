//! An error that is silenced without a reason.

use crate::rules::prelude::*;
use crate::suppress::Ignore;

/// `suppression/reason-missing`
pub struct ReasonMissing;

impl Rule for ReasonMissing {
    fn comments(&self, ignores: &[Ignore], cx: &mut Context<'_>) {
        for (ignore, asked) in ignores.iter().filter_map(|ignore| Some((ignore, ignore.asked.as_ref().ok()?))) {
            let errors = asked.names.iter().filter(|named| named.worst == Some(Severity::Error)).count();
            if errors == 0 || asked.reason {
                continue;
            }
            cx.report(cx.at(ignore.comment), "this comment silences an error and does not say why")
                .help("write the reason behind the `]`, for those who come after you");
        }
    }
}
