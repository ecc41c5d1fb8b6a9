//! Formatting around a variable: what is bold for one reader should be bold for the others.

use std::collections::BTreeMap;

use crate::template::{Surface, Text};
use crate::text::markup::{Kind as Format, Markup};
use crate::text::wording::all_of;

use super::difference::{Difference, Kind};
use super::pair::{Pair, Texts};

const FORMATS: [(Format, char, &str); 5] = [
    (Format::Bold, '*', "bold"),
    (Format::Italic, '_', "italic"),
    (Format::Strike, '~', "struck through"),
    (Format::InlineCode, '`', "code"),
    (Format::MonoBlock, '`', "monospace"),
];

pub fn compare<'r>(pair: &Pair<'r>, texts: &Texts<'r>, out: &mut Vec<Difference<'r>>) {
    let (here, there) = (texts.variant.text, texts.reference.text);
    let formatted = matches!(texts.variant.slot.surface, Surface::Body | Surface::CardBody);
    let reason =
        !there.variables.is_empty() && !here.variables.is_empty() && there.value().contains(['*', '_', '~', '`']);
    if !formatted || !reason {
        return;
    }
    let (ours, theirs) = (Markup::parse(here.value()), Markup::parse(there.value()));
    for (format, delimiter, words) in FORMATS {
        let (ours, theirs) = (variables_in(here, &ours, format), variables_in(there, &theirs, format));
        let lost: Vec<&str> = theirs
            .iter()
            .filter(|(name, inside)| **inside && ours.get(*name) == Some(&false))
            .map(|(name, _)| *name)
            .collect();
        let gained: Vec<&str> = ours
            .iter()
            .filter(|(name, inside)| **inside && theirs.get(*name) == Some(&false))
            .map(|(name, _)| *name)
            .collect();
        // A delimiter that does not work is told by itself.
        if !lost.is_empty() && !has_stray(here, delimiter) {
            out.extend(tell(pair, texts, (&lost, &gained), words));
        }
    }
}

/// The variables of a text, and whether one of their places is formatted that way.
fn variables_in<'t>(text: &'t Text, markup: &Markup, format: Format) -> BTreeMap<&'t str, bool> {
    let mut found = BTreeMap::new();
    for variable in &text.variables.list {
        let inside = markup.spans.iter().any(|span| {
            span.kind == format && span.content.start <= variable.range.start && variable.range.end <= span.content.end
        });
        *found.entry(&text.value()[variable.name.clone()]).or_insert(false) |= inside;
    }
    found
}

/// Whether a delimiter stands there that has no partner, or touches a variable without formatting it.
fn has_stray(text: &Text, delimiter: char) -> bool {
    let value = text.value();
    let in_text = value.matches(delimiter).count();
    let in_names: usize =
        text.variables.list.iter().map(|variable| value[variable.range.clone()].matches(delimiter).count()).sum();
    !(in_text - in_names).is_multiple_of(2)
}

fn tell<'r>(
    pair: &Pair<'r>,
    texts: &Texts<'r>,
    (lost, gained): (&[&str], &[&str]),
    words: &str,
) -> Option<Difference<'r>> {
    let place = |text: &Text, name: &str| {
        let mut variables = text.variables.list.iter();
        variables.find(|variable| &text.value()[variable.name.clone()] == name).map(|variable| variable.range.clone())
    };
    let language = pair.reference.language;
    let name = *lost.first()?;
    let list = |names: &[&str]| all_of(&names.iter().map(|name| format!("`{{{{{name}}}}}`")).collect::<Vec<_>>());
    let is = if lost.len() == 1 { "is" } else { "are" };
    let message = match gained {
        [] => format!("{} {is} {words} in `{language}`, and not here", list(lost)),
        _ => format!("{} {is} {words} in `{language}`, and here it is {}", list(lost), list(gained)),
    };
    let difference = texts.difference(pair, Kind::Formatting, Some(place(texts.variant.text, name)?), message);
    Some(
        difference
            .reference(
                texts.reference_part(pair, place(texts.reference.text, name)?),
                format!("{words} in `{language}`"),
            )
            .help("format the same values in every language"),
    )
}
