//! An amount of money that differs between languages.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/currency`
pub struct Currency;

impl Rule for Currency {
    fn run(&self, _files: &[File], cx: &mut Context<'_>) {
        shared::tell(Kind::Currency, cx);
    }
}
