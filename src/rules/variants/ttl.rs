//! A variant with another time to live.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/ttl`
pub struct Ttl;

impl Rule for Ttl {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::Ttl, cx);
    }
}
