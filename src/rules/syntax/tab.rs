//! A tab where YAML counts spaces.

use crate::rules::prelude::*;
use crate::syntax::Problem;

/// `syntax/tab`
pub struct Tab;

impl Rule for Tab {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        for problem in &file.problems {
            if let Problem::Tab { at } = problem {
                cx.report(
                    cx.at(*at),
                    "YAML does not allow a tab here, because it counts spaces to see what belongs together",
                )
                .help("replace the tab with spaces");
            }
        }
    }
}
