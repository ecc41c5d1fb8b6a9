//! More buttons than a message can have.

use super::shared;
use crate::rules::prelude::*;
use crate::text::wording::counted;

/// `buttons/count`
pub struct Count;

impl Rule for Count {
    fn buttons(&self, buttons: &[Button], cx: &mut Context<'_>) {
        let allowed = limits::BUTTON_COUNT.count();
        let Some(surplus) = buttons.get(allowed).filter(|_| shared::of_message(buttons, cx)) else { return };
        let over = counted(buttons.len() - allowed, "button");
        cx.report(shared::place(surplus, cx), format!("the message has {} of {allowed} buttons", buttons.len()))
            .help(format!("take {over} out; this is the first that is too many"));
    }
}
