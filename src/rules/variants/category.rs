//! A variant that is declared under another category.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/category`
pub struct Category;

impl Rule for Category {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::Category, cx);
    }
}
