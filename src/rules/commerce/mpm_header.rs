//! A message with several products, and no line of text above them.

use super::shared;
use crate::rules::buttons::shared::place;
use crate::rules::prelude::*;

/// `commerce/mpm-header`
pub struct MpmHeader;

impl Rule for MpmHeader {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        let Some(button) = shared::first(variant, ButtonKind::Mpm, cx) else { return };
        let button_place = place(button, cx);
        let help = format!("add a TEXT header of up to {} characters", limits::HEADER_LENGTH.count());
        let Some(header) = &variant.header else {
            cx.report(button_place, "Meta asks for a TEXT header with an MPM button, and the message has no header")
                .component("buttons")
                .help(help);
            return;
        };
        // A format that is missing or not known is told as such, and so is a PRODUCT in the wrong place.
        let other = |format: &HeaderFormat| !matches!(format, HeaderFormat::Text | HeaderFormat::Product);
        let Some(format) = header.format.filter(other) else { return };
        let at = header.format_leaf.as_ref().map_or(cx.at(header.key), |leaf| cx.leaf(leaf));
        cx.report(
            at,
            format!("Meta describes only TEXT headers with an MPM button, and this one is {}", format.name()),
        )
        .component("header")
        .help("write a TEXT header; the message shows the picture of a product by itself")
        .related(button_place, "the MPM button is here");
    }
}
