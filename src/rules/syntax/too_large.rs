//! A file that is too large to be a template file.

use crate::input::Trouble;
use crate::rules::prelude::*;
use crate::syntax::{Problem, Span};
use crate::text::wording::number;

/// `syntax/too-large`
pub struct TooLarge;

impl Rule for TooLarge {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        if let Some(Trouble::TooLarge { size, limit }) = file.source.trouble() {
            let (size, limit) = (number_of(*size), number_of(*limit));
            cx.report(cx.at(Span::at(0)), format!("the file has {size} bytes and was not read; the limit is {limit}"))
                .help("check that this is a template file; split it, or raise the limit with --max-file-size");
        }
        for problem in &file.problems {
            if let Problem::TooLarge { at, limit } = problem {
                let limit = number(*limit);
                cx.report(cx.at(*at), format!("the file holds more than {limit} values and was not read to its end"))
                    .help("check that this is a template file, or split it");
            }
        }
    }
}

fn number_of(bytes: u64) -> String {
    number(usize::try_from(bytes).unwrap_or(usize::MAX))
}
