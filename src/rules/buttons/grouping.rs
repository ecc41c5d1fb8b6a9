//! Quick replies that stand on both sides of other buttons.

use super::shared;
use crate::rules::prelude::*;

/// `buttons/grouping`
pub struct Grouping;

impl Rule for Grouping {
    fn buttons(&self, buttons: &[Button], cx: &mut Context<'_>) {
        let Some((first, breaking)) = broken(buttons) else { return };
        let (one, other) = if is_reply(breaking) {
            ("a quick reply", "other buttons")
        } else {
            ("a button that is no quick reply", "quick replies")
        };
        let related = shared::place(first, cx);
        cx.report(shared::place(breaking, cx), format!("{one} stands apart from its group, with {other} in between"))
            .help("put all quick replies first and all other buttons after them, or the other way round")
            .related(related, "its group is here");
    }
}

/// The last button of the first group, and the one that should stand with it. Buttons of unknown type are left out,
/// because nobody knows which group they belong to.
pub fn broken(buttons: &[Button]) -> Option<(&Button, &Button)> {
    let mut known = buttons.iter().filter(|button| button.kind.is_some()).peekable();
    let kind = is_reply(known.peek()?);
    let mut last = *known.peek()?;
    let mut apart = false;
    for button in known {
        match (is_reply(button) == kind, apart) {
            (true, true) => return Some((last, button)),
            (true, false) => last = button,
            (false, _) => apart = true,
        }
    }
    None
}

fn is_reply(button: &Button) -> bool {
    button.kind == Some(ButtonKind::QuickReply)
}
