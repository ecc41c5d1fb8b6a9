//! A file that is neither YAML nor JSON.

use crate::rules::prelude::*;
use crate::syntax::Problem;

/// `syntax/invalid`
pub struct Invalid;

impl Rule for Invalid {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        for problem in &file.problems {
            if let Problem::Invalid { at, what, help } = problem {
                cx.report(cx.at(*at), *what).help(*help);
            }
        }
    }
}
