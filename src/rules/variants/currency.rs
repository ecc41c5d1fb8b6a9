//! An amount of money that differs between languages.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/currency`
pub struct Currency;

impl Rule for Currency {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::Currency, cx);
    }
}
