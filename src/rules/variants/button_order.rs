//! A variant whose buttons stand in another order.

use super::shared;
use crate::rules::prelude::*;
use crate::variants::Kind;

/// `variants/button-order`
pub struct ButtonOrder;

impl Rule for ButtonOrder {
    fn group(&self, _files: Files<'_>, cx: &mut Context<'_>) {
        shared::tell(Kind::ButtonOrder, cx);
    }
}
