//! How long a text is beside its sibling, and how it is laid out.

use crate::policy::limits;
use crate::template::{Surface, Text};
use crate::text::wording::{counted, number};
use crate::text::{VariableKind, emoji, plain};

use super::difference::{Difference, Kind};
use super::pair::{Pair, Texts};
use super::part::Part;

/// From this share of its limit on a text is in danger: the values of a real message are often longer than samples.
const NEAR: (usize, usize) = (8, 10);
/// What "much longer" is.
const LONGER: (usize, usize) = (13, 10);
/// Below this, a difference in emoji or lines is a matter of taste.
const FAR_APART: usize = 3;

pub fn compare<'r>(pair: &Pair<'r>, texts: &Texts<'r>, out: &mut Vec<Difference<'r>>) {
    out.extend(length(pair, texts));
    if matches!(texts.variant.slot.surface, Surface::Body | Surface::CardBody) {
        out.extend(layout(pair, texts, Kind::Emoji, "emoji", |text| emoji::find(text.value()).count()));
        out.extend(layout(pair, texts, Kind::LineStructure, "lines", |text| {
            text.value().lines().filter(|line| !line.trim().is_empty()).count()
        }));
    }
}

fn length<'r>(pair: &Pair<'r>, texts: &Texts<'r>) -> Option<Difference<'r>> {
    let limit = match texts.variant.slot.surface {
        Surface::Header => limits::HEADER_LENGTH.count(),
        Surface::Body => limits::BODY_LENGTH.count(),
        Surface::CardBody => limits::CARD_BODY_LENGTH.count(),
        _ => return None,
    };
    // Without a variable a text can not grow. What is too long already is told by itself.
    if texts.variant.text.variables.is_empty() {
        return None;
    }
    let (here, there) = (filled(&texts.variant), filled(&texts.reference));
    let near = here * NEAR.1 >= limit * NEAR.0 && here <= limit;
    if !near || here * LONGER.1 < there * LONGER.0 {
        return None;
    }
    let language = pair.reference.language;
    let message = format!(
        "with its samples the {} has {} of {} characters, and in `{language}` only {}",
        texts.variant.slot.name(),
        number(here),
        number(limit),
        number(there)
    );
    Some(
        texts
            .difference(pair, Kind::Length, None, message)
            .reference(texts.reference_spot(pair), format!("{} characters in `{language}`", number(there)))
            .help("shorten it: values that fit into the other languages may be too long for this one"),
    )
}

/// How many characters a text has with its samples.
fn filled(part: &Part<'_>) -> usize {
    let text = part.text;
    let rendered = plain::filled(text.value(), &text.variables.list, |variable| {
        let samples = &part.example?.samples;
        let name = &text.value()[variable.name.clone()];
        let named = samples.iter().find(|sample| sample.name.as_ref().is_some_and(|written| &*written.value == name));
        let sample = match variable.kind {
            VariableKind::Positional(number) => samples.get(usize::try_from(number).ok()?.checked_sub(1)?),
            _ => named,
        };
        sample.map(|sample| &*sample.value.value)
    });
    rendered.chars().count()
}

fn layout<'r>(
    pair: &Pair<'r>,
    texts: &Texts<'r>,
    kind: Kind,
    words: &str,
    count: impl Fn(&Text) -> usize,
) -> Option<Difference<'r>> {
    let (here, there) = (count(texts.variant.text), count(texts.reference.text));
    let far = here.abs_diff(there) >= FAR_APART && here.max(there) >= 2 * here.min(there);
    if !far {
        return None;
    }
    let language = pair.reference.language;
    let noun = if kind == Kind::Emoji { format!("{here} {words}") } else { counted(here, "line") };
    let message = format!("the {} has {noun}, and in `{language}` it has {there}", texts.variant.slot.name());
    Some(
        texts
            .difference(pair, kind, None, message)
            .reference(texts.reference_spot(pair), format!("{there} {words} in `{language}`"))
            .help("look at both side by side; a reader of either language should get the same message"),
    )
}
