//! A message that costs something, from an account that can not pay.

use super::shared::scenes;
use crate::rules::prelude::*;
use crate::windows::NO_PAYMENT_METHOD;

/// `journey/payment-method`
pub struct PaymentMethod;

impl Rule for PaymentMethod {
    fn run(&self, files: Files<'_>, cx: &mut Context<'_>) {
        for scene in scenes(files) {
            for step in scene.simulation().steps {
                if step.sent.is_some_and(|sent| sent.error == Some(NO_PAYMENT_METHOD)) {
                    scene
                        .tell(step.event, "not free, and the account has no payment method".to_owned(), cx)
                        .help("add a payment method to the account, and set `payment_method: true`");
                }
            }
        }
    }
}
