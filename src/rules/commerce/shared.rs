//! What the rules about shops and calls have in common.

use crate::rules::prelude::*;

/// The buttons of the message, not of its cards. None in a template for one-time codes, where all of them are out of
/// place and told as such.
pub(super) fn buttons<'v>(variant: &'v Variant, cx: &Context<'_>) -> &'v [Button] {
    match &variant.buttons {
        Some(buttons) if cx.category() != Some(Category::Authentication) => &buttons.list,
        _ => &[],
    }
}

/// The first button of the message of that kind.
pub(super) fn first<'v>(variant: &'v Variant, kind: ButtonKind, cx: &Context<'_>) -> Option<&'v Button> {
    buttons(variant, cx).iter().find(|button| button.kind == Some(kind))
}

/// Whether the walk's button is of that kind, and may be there.
pub(super) fn is(button: &Button, kind: ButtonKind, cx: &Context<'_>) -> bool {
    button.kind == Some(kind) && cx.category() != Some(Category::Authentication)
}
