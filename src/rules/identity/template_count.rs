//! More templates than an account may have.

use std::collections::HashSet;

use super::shared;
use crate::rules::prelude::*;
use crate::text::wording::number;

/// `identity/template-count`
pub struct TemplateCount;

impl Rule for TemplateCount {
    fn run(&self, files: &[File], cx: &mut Context<'_>) {
        let allowed = limits::TEMPLATE_COUNT_UNVERIFIED.count();
        let mut counted = HashSet::new();
        let mut first_too_many = None;
        for template in files.iter().flat_map(|file| &file.content.templates) {
            for variant in &template.variants {
                let (Some(name), Some(language)) = (shared::possible_name(template), &variant.language) else {
                    continue;
                };
                if counted.insert((name.value.trim(), language.value.trim())) && counted.len() == allowed + 1 {
                    first_too_many = Some((template, name, language));
                }
            }
        }
        let Some((template, name, language)) = first_too_many else { return };
        // In the Graph form the name is the first thing of a variant, in the other form its language is.
        let place = cx.leaf_of(template.file, if template.form == Form::Graph { name } else { language });
        tell(place, counted.len(), cx);
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
