//! What the rules on categories have in common.

use std::rc::Rc;

use crate::category::{Cause, Class, Evidence, Reading};
use crate::finding::{Finding, Place};
use crate::rules::prelude::*;
use crate::template::Category as Declared;

/// The reading of a variant that is filed as UTILITY and reads as MARKETING for this cause.
pub fn promotional(cause: Cause, variant: &Variant, template: &Template, cx: &Context<'_>) -> Option<Rc<Reading>> {
    let reading = undecided(Declared::Utility, variant, template, cx)?;
    let warns = reading.warns(sensitivity(cx));
    (warns && cause == Cause::of(&reading)).then_some(reading)
}

/// How easily a warning is given for the file the walk is in.
pub fn sensitivity(cx: &Context<'_>) -> crate::category::Sensitivity {
    cx.file().map_or_else(Default::default, |file| sensitivity_for(file, cx))
}

/// How easily a warning is given for a file.
pub fn sensitivity_for(file: &File, cx: &Context<'_>) -> crate::category::Sensitivity {
    let config = cx.config();
    config.category.sensitivity(&config.root, file.source.path())
}

/// The reading of a variant with that category, unless Meta has judged it, or a part of it settles the matter and
/// has a rule of its own.
pub fn undecided(category: Declared, variant: &Variant, template: &Template, cx: &Context<'_>) -> Option<Rc<Reading>> {
    is_undecided(category, template).then(|| cx.category_reading(variant, template))?
}

/// Whether a template has that category, and Meta has not judged it.
pub fn is_undecided(category: Declared, template: &Template) -> bool {
    template.category() == Some(category) && !template.is_approved() && !template.is_from_library()
}

/// The place of some evidence.
pub fn place(evidence: &Evidence, cx: &Context<'_>) -> Place {
    cx.part(&evidence.leaf, evidence.range.clone())
}

/// `"20 % off" (a discount)`
pub fn quoted(evidence: &Evidence) -> String {
    let words: String = evidence.phrase().split_whitespace().collect::<Vec<_>>().join(" ");
    match evidence.says {
        "" => format!("\"{words}\""),
        says => format!("\"{words}\" ({says})"),
    }
}

/// Reports at the strongest words for promotion; the next ones go along. Where no words stand out, at the category.
pub fn report<'c>(reading: &Reading, template: &Template, what: &str, cx: &'c mut Context<'_>) -> &'c mut Finding {
    let mut evidence = reading.of(Class::Marketing).map(|one| (place(one, cx), quoted(one), one.surface.component()));
    let first = evidence.next();
    let others: Vec<_> = evidence.take(2).collect();
    let sure = reading.claim == crate::category::Claim::Certain;
    let will = if sure { "will probably" } else { "may" };
    let (at, message, component) = match first {
        Some((at, quoted, component)) => {
            (at, format!("{what}: {quoted}; Meta {will} approve it as MARKETING"), Some(component))
        }
        None => {
            let at = template.category.as_ref().map_or_else(|| cx.at(template.key), |leaf| cx.leaf(leaf));
            (at, format!("{what}; Meta {will} approve it as MARKETING"), None)
        }
    };
    let finding = cx.report(at, message);
    if let Some(component) = component {
        finding.component(component);
    }
    for (place, quoted, _) in others {
        finding.related(place, format!("{quoted} adds to it"));
    }
    finding.confidence(if sure { Confidence::Medium } else { Confidence::Low })
}
