//! A translation that reads more promotional than the others.

use super::shared;
use crate::category::{Claim, Class, Predicted};
use crate::rules::prelude::*;
use crate::template::Category as Declared;

/// `category/variants-differ`
pub struct VariantsDiffer;

impl Rule for VariantsDiffer {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        if template.variants.len() < 2 || template.category() != Some(Declared::Utility) {
            return;
        }
        let readings: Vec<_> = template
            .variants
            .iter()
            .filter_map(|variant| Some((variant, shared::undecided(Declared::Utility, variant, template, cx)?)))
            .collect();
        let calm = readings
            .iter()
            .find(|(_, reading)| reading.predicted == Predicted::Utility && reading.claim > Claim::Possible);
        let Some(calm) = calm.and_then(|(variant, _)| variant.language.clone()) else { return };
        for (variant, reading) in readings {
            let Some(language) = &variant.language else { continue };
            // Surer ones are told by the rules that warn of each.
            if !reading.leans_to_marketing()
                || reading.predicted != Predicted::Marketing
                || reading.warns(shared::sensitivity(cx))
            {
                continue;
            }
            let words = reading.of(Class::Marketing).next().map(|one| (shared::place(one, cx), shared::quoted(one)));
            let related = cx.at(calm.span);
            let (place, quoted) =
                words.map_or((cx.at(variant.key), String::new()), |(at, quoted)| (at, format!(": {quoted}")));
            cx.report(
                place,
                format!(
                    "{} reads more promotional than {}{quoted}; Meta decides for each language",
                    language.value, calm.value
                ),
            )
            .help("translate closer to the other language, or take these words out")
            .related(related, "this one reads as UTILITY");
        }
    }
}
