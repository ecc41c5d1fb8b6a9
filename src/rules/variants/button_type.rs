//! A variant with a button of another type.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/button-type`
pub struct ButtonType;

impl Rule for ButtonType {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::ButtonType, cx);
    }
}
