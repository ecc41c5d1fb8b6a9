//! An order that does not go with the rest of its template.

use super::shared;
use crate::rules::buttons::shared::place;
use crate::rules::prelude::*;
use crate::text::similar::nearest;

/// `commerce/order-details`
pub struct OrderDetails;

/// What a checkout button says, which needs no display format.
const CHECKOUT: &str = "Buy now";

impl Rule for OrderDetails {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        for (key, values) in [("display_format", policy::DISPLAY_FORMATS), ("sub_category", policy::SUB_CATEGORIES)] {
            let Some(leaf) = template.fields.get(key).and_then(|field| cx.scalar(field)) else { continue };
            let known = policy::value(values, &leaf.value);
            if key == "display_format" && known.is_none() {
                unknown(&leaf, cx);
            }
            if known.is_some_and(|value| value.name == "ORDER_DETAILS") {
                without_button(key, &leaf, template, cx);
            }
        }
    }

    fn variant(&self, variant: &Variant, template: &Template, cx: &mut Context<'_>) {
        let Some(button) = shared::first(variant, ButtonKind::OrderDetails, cx) else { return };
        let label = button.label.as_ref().map(|label| label.value().trim());
        let marketing = template.category() == Some(Category::Marketing);
        let checkout = marketing && label.is_some_and(|label| label.eq_ignore_ascii_case(CHECKOUT));
        if marketing && !checkout && template.fields.get("display_format").is_none() {
            without_format(button, cx);
        }
        header(variant, checkout, cx);
    }
}

fn unknown(leaf: &Leaf, cx: &mut Context<'_>) {
    let near = nearest(&leaf.value, policy::DISPLAY_FORMATS.iter().map(|value| value.name));
    let finding = cx.report(cx.leaf(leaf), format!("no template has the display format `{}`", leaf.value.trim()));
    match near {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding.help("the only one is `ORDER_DETAILS`; take it out if this is no order"),
    };
}

fn without_button(key: &str, leaf: &Leaf, template: &Template, cx: &mut Context<'_>) {
    let may_have_one = |variant: &Variant| {
        let mut buttons = shared::buttons(variant, cx).iter();
        variant.carousel.is_some() || buttons.any(|button| matches!(button.kind, None | Some(ButtonKind::OrderDetails)))
    };
    if template.is_from_library() || template.variants.iter().any(may_have_one) {
        return;
    }
    cx.report(cx.leaf(leaf), format!("`{key}` is ORDER_DETAILS, and there is no ORDER_DETAILS button"))
        .help("add `{type: ORDER_DETAILS, text: Review and Pay}`, or take this key out");
}

fn without_format(button: &Button, cx: &mut Context<'_>) {
    cx.report(place(button, cx), "an ORDER_DETAILS button in a MARKETING template needs a display format")
        .component("buttons")
        .help("add `display_format: ORDER_DETAILS` beside `category`, or file the template as UTILITY");
}

fn header(variant: &Variant, checkout: bool, cx: &mut Context<'_>) {
    let Some(header) = &variant.header else { return };
    let fits = match header.format {
        // A PRODUCT in the wrong place is told as such, and so is a format that is missing or not known.
        None | Some(HeaderFormat::Text | HeaderFormat::Image | HeaderFormat::Document | HeaderFormat::Product) => true,
        Some(HeaderFormat::Video) => checkout,
        Some(HeaderFormat::Gif | HeaderFormat::Location) => false,
    };
    if fits {
        return;
    }
    let name = header.format.map_or("", HeaderFormat::name);
    let at = header.format_leaf.as_ref().map_or(cx.at(header.key), |leaf| cx.leaf(leaf));
    cx.report(at, format!("Meta describes no {name} header for an order"))
        .component("header")
        .help("use TEXT, IMAGE or DOCUMENT");
}
