//! How the rules about variants say what they are told.

use crate::finding::{Place, shortened};
use crate::rules::Context;
use crate::variants::{Difference, Family, Kind, Member, Spot};

/// Reports every difference of that kind, with both places.
pub fn tell(kind: Kind, cx: &mut Context<'_>) {
    tell_where(kind, |_| true, cx);
}

/// Reports the differences of that kind in variants for which `is_told` holds.
pub fn tell_where(kind: Kind, is_told: impl Fn(&Member<'_>) -> bool, cx: &mut Context<'_>) {
    let compared = cx.variants();
    for compared in compared.iter() {
        for difference in compared.differences.iter().filter(|difference| difference.kind == kind) {
            if compared.family.members.get(difference.member).is_some_and(&is_told) {
                report(&compared.family, difference, cx);
            }
        }
    }
}

fn report(family: &Family<'_>, difference: &Difference<'_>, cx: &mut Context<'_>) {
    let (at, reference) = (place(&difference.at, cx), place(&difference.reference, cx));
    let finding = cx.report(at, difference.message.clone());
    finding.help(difference.help.clone()).related(reference, difference.shown.clone());
    finding.template = Some(shortened(family.name));
    finding.language = family.members.get(difference.member).map(|member| member.language.to_owned());
    finding.component = difference.component;
    if let Some(severity) = difference.severity {
        finding.severity(severity);
    }
}

fn place(spot: &Spot<'_>, cx: &Context<'_>) -> Place {
    match spot {
        Spot::Key(file, span) => Place { file: *file, span: *span },
        Spot::Whole(file, leaf) => cx.leaf_of(*file, leaf),
        Spot::Part(file, leaf, range) => cx.part_of(*file, leaf, range.clone()),
    }
}

/// Where a language would be added: the key that holds the languages, else the name.
fn place_of_languages<'r>(family: &Family<'r>) -> Spot<'r> {
    let member = family.reference();
    let (file, template) = (member.file.id, member.template);
    match (template.fields.get("variants"), &template.name) {
        (Some(field), _) => Spot::Key(file, field.key),
        (None, Some(name)) => Spot::Whole(file, name),
        (None, None) => Spot::Key(file, template.key),
    }
}

/// Reports something about a family as a whole.
pub fn tell_of_family(family: &Family<'_>, message: String, help: &str, cx: &mut Context<'_>) {
    let at = place(&place_of_languages(family), cx);
    let finding = cx.report(at, message);
    finding.help(help);
    finding.template = Some(shortened(family.name));
}
