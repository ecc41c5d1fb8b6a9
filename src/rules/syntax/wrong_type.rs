//! A value of another kind than belongs there.

use crate::rules::prelude::*;
/// `syntax/wrong-type`
pub struct WrongType;

impl Rule for WrongType {
    fn file(&self, file: &File, cx: &mut Context<'_>) {
        for misfit in &file.content().misfits {
            if let Misfit::WrongType { at, what, expected, found } = misfit {
                cx.report(cx.at(*at), format!("{what} is {found}, and should be {expected}"))
                    .help(format!("write {expected}"));
            }
        }
    }
}
