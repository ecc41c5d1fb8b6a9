//! Buttons that keep a message from being shown on a computer.

use super::{grouping, shared};
use crate::rules::prelude::*;

/// `buttons/desktop`
pub struct Desktop;

impl Rule for Desktop {
    fn buttons(&self, buttons: &[Button], cx: &mut Context<'_>) {
        // Buttons that Meta refuses are shown nowhere. A passcode has one button, and any other is told as such.
        let refused = buttons.len() > limits::BUTTON_COUNT.count() || grouping::broken(buttons).is_some();
        let passcode = cx.category() == Some(Category::Authentication);
        if refused || passcode || !shared::of_message(buttons, cx) {
            return;
        }
        let shown = limits::BUTTONS_BEFORE_COLLAPSE.count();
        if let Some(next) = buttons.get(shown) {
            cx.report(
                shared::place(next, cx),
                format!("a message with more than {shown} buttons is not shown on computers"),
            )
            .help(format!("keep to {shown} buttons if your customers read on a computer"));
        } else if let Some(other) = mixed(buttons) {
            let message = "a message with quick replies and other buttons together is not shown on computers";
            cx.report(shared::place(other, cx), message)
                .help("use one kind or the other if your customers read on a computer");
        }
    }
}

/// The first button of the second kind, where there are two.
fn mixed(buttons: &[Button]) -> Option<&Button> {
    let mut known = buttons.iter().filter_map(|button| Some((button, button.kind? == ButtonKind::QuickReply)));
    let (_, first) = known.next()?;
    known.find(|(_, is_reply)| *is_reply != first).map(|(button, _)| button)
}
