//! A button that calls another number.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/phone-number`
pub struct PhoneNumber;

impl Rule for PhoneNumber {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::PhoneNumber, cx);
    }
}
