//! A UTILITY template whose name says promotion.

use super::shared;
use crate::category::{PROMOTIONAL_NAMES, Predicted};
use crate::rules::prelude::*;
use crate::template::Category as Declared;

/// `category/name-hint`
pub struct NameHint;

impl Rule for NameHint {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        let Some(name) = &template.name else { return };
        let Some(word) = name.value.split('_').find(|word| PROMOTIONAL_NAMES.contains(word)) else { return };
        let told = |variant: &Variant| {
            shared::undecided(Declared::Utility, variant, template, cx)
                .is_none_or(|reading| reading.predicted == Predicted::Unclear || reading.warns(shared::sensitivity(cx)))
        };
        if template.variants.is_empty() || template.variants.iter().any(told) {
            return;
        }
        let start = name.value.find(word).unwrap_or_default();
        let place = cx.part(name, start..start + word.len());
        cx.report(place, format!("the name of this UTILITY template says \"{word}\", which speaks for MARKETING"))
            .help("name it after the event it tells of, such as `order_shipped` or `plan_change_confirmed`");
    }
}
