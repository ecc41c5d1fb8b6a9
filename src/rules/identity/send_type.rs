//! A send type that does not exist.

use crate::rules::prelude::*;

use super::shared_values::check;

/// `identity/send-type`
pub struct SendType;

impl Rule for SendType {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        check(template, "send_type", policy::SEND_TYPES, cx);
    }
}
