//! Nesting without end.

use crate::rules::prelude::*;
use crate::syntax::Problem;

/// `syntax/too-deep`
pub struct TooDeep;

impl Rule for TooDeep {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        for problem in &file.problems {
            if let Problem::TooDeep { at } = problem {
                cx.report(cx.at(*at), "the file is nested more deeply here than any template is")
                    .help("a template needs about ten levels; look for brackets or dashes without end");
            }
        }
    }
}
