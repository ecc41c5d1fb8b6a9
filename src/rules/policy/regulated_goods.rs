//! A text about goods that the commerce policy restricts.

use crate::policy::content::List;
use crate::rules::prelude::*;

use super::shared::{phrases, written};

/// `policy/regulated-goods`
pub struct RegulatedGoods;

/// The lists, and the word for what is on them.
const KINDS: [(List, &str); 6] = [
    (List::Alcohol, "alcohol"),
    (List::Tobacco, "tobacco and its like"),
    (List::Drugs, "drugs"),
    (List::Weapons, "weapons and explosives"),
    (List::Adult, "adult products and services"),
    (List::Money, "risky loans and investments"),
];

impl Rule for RegulatedGoods {
    fn text(&self, text: &Text, surface: Surface, cx: &mut Context<'_>) {
        for (list, kind) in KINDS {
            // One mention of a kind says it.
            let Some(found) = phrases(text, surface, &[list], cx).into_iter().next() else { continue };
            let words = written(text, &found.range);
            cx.report(cx.mark(text, found.range), format!("\"{words}\": WhatsApp's commerce policy restricts {kind}"))
                .help("if you sell it, look up whether your business may do so on WhatsApp, and in which countries");
        }
    }
}
