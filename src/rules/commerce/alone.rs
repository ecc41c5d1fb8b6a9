//! Other buttons beside one that opens a shop.

use super::shared;
use crate::rules::buttons::shared::place;
use crate::rules::prelude::*;

/// `commerce/alone`
pub struct Alone;

impl Rule for Alone {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let buttons = shared::buttons(variant, cx);
        let Some((shop, kind)) = buttons.iter().find_map(|button| Some((button, opens_a_shop(button)?))) else {
            return;
        };
        let related = place(shop, cx);
        // Several of one type are told as such.
        for other in buttons.iter().filter(|button| button.kind != Some(kind)) {
            let (Some(other_kind), Some(leaf)) = (other.kind, &other.kind_leaf) else { continue };
            if kind == ButtonKind::OrderDetails && other_kind == ButtonKind::QuickReply {
                continue;
            }
            let others = match kind {
                ButtonKind::OrderDetails => "no buttons but quick replies",
                _ => "no other buttons",
            };
            cx.report(cx.leaf(leaf), format!("Meta describes {others} beside a button of type {}", kind.name()))
                .component("buttons")
                .help("take it out, or send it in a message of its own")
                .related(related, format!("the {} button is here", kind.name()));
        }
    }
}

fn opens_a_shop(button: &Button) -> Option<ButtonKind> {
    button.kind.filter(|kind| {
        matches!(kind, ButtonKind::Catalog | ButtonKind::Mpm | ButtonKind::Spm | ButtonKind::OrderDetails)
    })
}
