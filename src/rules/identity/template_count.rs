//! More templates than an account may have.

use std::collections::HashSet;

use super::shared;
use crate::rules::prelude::*;
use crate::text::wording::number;

/// `identity/template-count`
pub struct TemplateCount;

impl Rule for TemplateCount {
    fn run(&self, files: Files<'_>, cx: &mut Context<'_>) {
        let allowed = limits::TEMPLATE_COUNT_UNVERIFIED.count();
        let mut counted = HashSet::new();
        let mut first_too_many = None;
        for file in files.iter() {
            for (index, translation) in file.outline.translations.iter().enumerate() {
                if counted.insert(translation) && counted.len() == allowed + 1 {
                    first_too_many = Some((file, index));
                }
            }
        }
        let Some((file, index)) = first_too_many else { return };
        let Some(translation) = shared::translations(&file.content().templates).nth(index) else { return };
        tell(cx.leaf_of(file.id, translation.place()), counted.len(), cx);
    }
}

fn tell(place: crate::finding::Place, count: usize, cx: &mut Context<'_>) {
    let (unverified, verified) = (limits::TEMPLATE_COUNT_UNVERIFIED.count(), limits::TEMPLATE_COUNT_VERIFIED.count());
    let count_is = format!("these files have {} templates, each language counted", number(count));
    if count > verified {
        cx.report(place, format!("{count_is}, and no account may have more than {}", number(verified)))
            .severity(Severity::Warning)
            .help("submit them to several accounts, or delete those that nobody sends");
    } else {
        let message =
            format!("{count_is}: an account of a business that is not verified may have {}", number(unverified));
        cx.report(place, message).help(format!(
            "have the business verified, with an approved display name; then up to {} are allowed",
            number(verified)
        ));
    }
}
