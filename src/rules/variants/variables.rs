//! A variant whose variables are not those of the others.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/variables`
pub struct Variables;

impl Rule for Variables {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::Variables, cx);
    }
}
