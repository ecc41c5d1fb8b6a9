//! The variables of a text: those that are missing, those nobody gives a value for, those with another name.

use std::collections::{BTreeMap, HashSet};

use crate::template::{Surface, Text};
use crate::text::wording::all_of;
use crate::text::{Variable, VariableKind};

use super::difference::{Difference, Kind};
use super::pair::{Pair, Texts};

pub fn compare<'r>(pair: &Pair<'r>, texts: &Texts<'r>, out: &mut Vec<Difference<'r>>) {
    // Where variables may not stand at all, that is told by itself.
    if !matches!(texts.variant.slot.surface, Surface::Header | Surface::Body | Surface::CardBody | Surface::Url) {
        return;
    }
    let (here, there) = (Set::of(texts.variant.text), Set::of(texts.reference.text));
    if texts.variant.slot.surface == Surface::Url {
        return address(pair, texts, (&here, &there), out);
    }
    // One with names and the other with numbers, or numbers with a gap: each of these is told by itself.
    if here.is_unclear() || there.is_unclear() || here.style().zip(there.style()).is_some_and(|(a, b)| a != b) {
        return;
    }
    let missing: Vec<&str> = there.names().filter(|name| !here.has(name)).collect();
    let extra: Vec<(&str, &Variable)> =
        here.first.iter().map(|(name, variable)| (*name, *variable)).filter(|(name, _)| !there.has(name)).collect();
    if missing.len() == extra.len() && here.style() == Some(Style::Names) {
        let mut extra = extra;
        extra.sort_by_key(|(_, variable)| variable.range.start);
        let mut missing = missing;
        missing.sort_by_key(|name| there.first.get(name).map(|variable| variable.range.start));
        out.extend(
            missing.into_iter().zip(extra).map(|(there_name, here)| renamed(pair, texts, (there_name, &there), here)),
        );
        return;
    }
    if !missing.is_empty() {
        out.push(lacking(pair, texts, &missing, &there));
    }
    out.extend(extra.into_iter().map(|(_, variable)| unknown(pair, texts, variable)));
}

/// How the variables of a text are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Names,
    Numbers,
}

/// The variables of a text, each once.
struct Set<'t> {
    text: &'t Text,
    /// The first place of each name.
    first: BTreeMap<&'t str, &'t Variable>,
    /// What stands in braces that make no variable.
    meant: HashSet<&'t str>,
}

impl<'t> Set<'t> {
    fn of(text: &'t Text) -> Self {
        let mut first = BTreeMap::new();
        for variable in &text.variables.list {
            first.entry(&text.value()[variable.name.clone()]).or_insert(variable);
        }
        let meant = text.variables.mistakes.iter().map(|mistake| &text.value()[mistake.range.clone()]);
        Self { text, first, meant: meant.map(|written| written.trim_matches(['{', '}', ' '])).collect() }
    }

    fn names(&self) -> impl Iterator<Item = &'t str> {
        self.first.keys().copied()
    }

    /// Whether it is there, or was meant to be: `{1}` is told by itself.
    fn has(&self, name: &str) -> bool {
        self.first.contains_key(name) || self.meant.contains(name)
    }

    fn style(&self) -> Option<Style> {
        self.first.values().next().map(|variable| match variable.kind {
            VariableKind::Positional(_) => Style::Numbers,
            _ => Style::Names,
        })
    }

    /// Whether both ways of writing are mixed, or the numbers are not 1, 2, 3.
    fn is_unclear(&self) -> bool {
        let numbers: Vec<u32> = self
            .first
            .values()
            .filter_map(|variable| match variable.kind {
                VariableKind::Positional(number) => Some(number),
                _ => None,
            })
            .collect();
        let count = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        let mixed = !numbers.is_empty() && numbers.len() != self.first.len();
        mixed || numbers.iter().any(|number| *number == 0 || *number > count)
    }
}

/// Whether the address ends in a value is all that matters: it is given by the position of the button.
fn address<'r>(pair: &Pair<'r>, texts: &Texts<'r>, (here, there): (&Set<'_>, &Set<'_>), out: &mut Vec<Difference<'r>>) {
    let language = pair.reference.language;
    let name = texts.variant.slot.name();
    match (texts.variant.text.variables.list.first(), texts.reference.text.variables.list.first()) {
        (None, Some(variable)) if here.text.variables.mistakes.is_empty() => out.push(
            texts
                .difference(pair, Kind::Variables, None, format!("the {name} has no variable, and that of `{language}` has one"))
                .reference(texts.reference_part(pair, variable.range.clone()), format!("`{language}` has it here"))
                .help("end the address with the variable in every language: its value is given by the position of the button"),
        ),
        (Some(variable), None) if there.text.variables.mistakes.is_empty() => out.push(
            texts
                .difference(
                    pair,
                    Kind::Variables,
                    Some(variable.range.clone()),
                    format!("the {name} has no variable in `{language}`"),
                )
                .reference(texts.reference_spot(pair), format!("without a variable in `{language}`"))
                .help("use a variable in every language or in none: its value is given by the position of the button"),
        ),
        _ => {}
    }
}

fn renamed<'r>(
    pair: &Pair<'r>,
    texts: &Texts<'r>,
    (name, there): (&str, &Set<'_>),
    (written, variable): (&str, &Variable),
) -> Difference<'r> {
    let language = pair.reference.language;
    let message = format!("`{{{{{written}}}}}` is not in `{language}`, which has `{{{{{name}}}}}` instead");
    let difference = texts.difference(pair, Kind::Variables, Some(variable.range.clone()), message);
    let range = there.first.get(name).map_or(0..0, |variable| variable.range.clone());
    difference
        .reference(texts.reference_part(pair, range), format!("`{{{{{name}}}}}` in `{language}`"))
        .help(format!("write `{{{{{name}}}}}`: names of variables are the same in every language"))
}

fn lacking<'r>(pair: &Pair<'r>, texts: &Texts<'r>, missing: &[&str], there: &Set<'_>) -> Difference<'r> {
    let language = pair.reference.language;
    let names: Vec<String> = missing.iter().map(|name| format!("`{{{{{name}}}}}`")).collect();
    let message = format!("the {} lacks {}, which `{language}` has", texts.variant.slot.name(), all_of(&names));
    let range = missing.first().and_then(|name| there.first.get(name)).map_or(0..0, |variable| variable.range.clone());
    texts
        .difference(pair, Kind::Variables, None, message)
        .reference(texts.reference_part(pair, range), format!("`{language}` has it here"))
        .help(
            "say it in this language too: the same values are given for every language, and one too many makes it fail",
        )
}

fn unknown<'r>(pair: &Pair<'r>, texts: &Texts<'r>, variable: &Variable) -> Difference<'r> {
    let language = pair.reference.language;
    let written = &texts.variant.text.value()[variable.range.clone()];
    let message = format!("`{written}` is not in the {} of `{language}`", texts.variant.slot.name());
    texts
        .difference(pair, Kind::Variables, Some(variable.range.clone()), message)
        .reference(texts.reference_spot(pair), format!("`{language}` does not have it"))
        .help("take it out or add it to every language: nobody gives a value for it")
}
