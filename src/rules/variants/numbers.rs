//! A number that differs between languages.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/numbers`
pub struct Numbers;

impl Rule for Numbers {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::Numbers, cx);
    }
}
