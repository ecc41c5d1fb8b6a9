//! A comment for walint that can not be followed.

use crate::rules::prelude::*;
use crate::suppress::{Ignore, Slip};

/// `suppression/malformed`
pub struct Malformed;

impl Rule for Malformed {
    fn comments(&self, ignores: &[Ignore], cx: &mut Context<'_>) {
        for ignore in ignores {
            let Err(slip) = &ignore.asked else { continue };
            let what = match slip {
                Slip::Order(_) => "this comment asks for something that walint does not know",
                Slip::NoRules => "this comment names no rule between `[` and `]`, so it silences nothing",
                Slip::Unclosed => "the `[` of this comment is not closed, so it silences nothing",
            };
            let help = match slip {
                Slip::Order(Some(near)) => format!("did you mean `# walint: {near}[...]`?"),
                _ => "write `# walint: ignore[rule] why`, or `file-ignore` for the whole file".to_owned(),
            };
            cx.report(cx.at(ignore.comment), what).help(help);
        }
    }
}
