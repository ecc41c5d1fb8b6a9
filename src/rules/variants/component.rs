//! A variant with a component more or less.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/component`
pub struct Component;

impl Rule for Component {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::Component, cx);
    }
}
