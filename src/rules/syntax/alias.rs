//! A reference to another place of the file.

use crate::rules::prelude::*;
use crate::syntax::Problem;

/// `syntax/alias`
pub struct Alias;

impl Rule for Alias {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        for problem in &file.problems {
            if let Problem::Alias { at } = problem {
                cx.report(
                    cx.at(*at),
                    "this refers to another place of the file, and walint does not follow references",
                )
                .help("write the value out; if it is meant as text, put it in quotes");
            }
        }
    }
}
