//! What belongs to a template as a whole: category, parameter format, time to live. In the authoring form all
//! languages share it.

use crate::finding::Severity;
use crate::template::{Field, ParameterFormat, Template};
use crate::text::VariableKind;

use super::difference::{Difference, Kind, Spot};
use super::family::Member;
use super::pair::Pair;
use super::part::parts;

const TTL: &str = "message_send_ttl_seconds";

pub fn compare<'r>(pair: &Pair<'r>, out: &mut Vec<Difference<'r>>) {
    if pair.new_template {
        out.extend(category(pair));
        out.extend(parameter_format(pair));
        out.extend(time_to_live(pair));
    }
}

fn category<'r>(pair: &Pair<'r>) -> Option<Difference<'r>> {
    let (ours, theirs) = (pair.variant.template, pair.reference.template);
    let (here, there) = (ours.category.as_ref()?, theirs.category.as_ref()?);
    if ours.category()? == theirs.category()? {
        return None;
    }
    let at = Spot::Whole(pair.variant.file.id, here);
    let message =
        format!("the category is {}, and in `{}` it is {}", here.upper(), pair.reference.language, there.upper());
    let difference = pair
        .difference(Kind::Category, at, message)
        .reference(
            Spot::Whole(pair.reference.file.id, there),
            format!("{} in `{}`", there.upper(), pair.reference.language),
        )
        .help("give all languages one category, or one of them costs more than the others and may be capped");
    // In what Meta returns, the category is Meta's verdict and not the author's slip.
    Some(if ours.is_returned() { difference.severity(Severity::Warning) } else { difference })
}

fn parameter_format<'r>(pair: &Pair<'r>) -> Option<Difference<'r>> {
    let (here, there) = (format(pair.variant)?, format(pair.reference)?);
    if here.0 == there.0 {
        return None;
    }
    let name = |format| if format == ParameterFormat::Named { "names" } else { "numbers" };
    let message =
        format!("the variables are {}, and those of `{}` are {}", name(here.0), pair.reference.language, name(there.0));
    let shown = format!("`{}` has {}", pair.reference.language, name(there.0));
    Some(pair.difference(Kind::ParameterFormat, here.1, message).reference(there.1, shown).help(
        "write the variables of all languages one way, because whoever sends the message gives the values one way",
    ))
}

/// How the variables of a variant are written, and where that shows. Nothing where it has none.
fn format(member: Member<'_>) -> Option<(ParameterFormat, Spot<'_>)> {
    let texts = parts(member.variant);
    let (text, variable) = texts
        .iter()
        // The variable of a URL may be a number in any template.
        .filter(|part| part.slot.button.is_none())
        .find_map(|part| Some((part.text, part.text.variables.list.first()?)))?;
    let style = match variable.kind {
        VariableKind::Positional(_) => ParameterFormat::Positional,
        VariableKind::Named => ParameterFormat::Named,
        VariableKind::Invalid => return None,
    };
    let declared =
        member.template.parameter_format.as_ref().filter(|_| member.template.parameter_format() == Some(style));
    let spot = match declared {
        Some(leaf) => Spot::Whole(member.file.id, leaf),
        None => Spot::Part(member.file.id, &text.leaf, variable.range.clone()),
    };
    Some((style, spot))
}

fn time_to_live<'r>(pair: &Pair<'r>) -> Option<Difference<'r>> {
    let (here, there) = (seconds(pair.variant), seconds(pair.reference));
    let language = pair.reference.language;
    let key =
        |member: Member<'r>| Spot::Key(member.file.id, ttl(member.template).map_or(member.template.key, |ttl| ttl.key));
    let (at, message) = match (&here, &there) {
        (Some(here), Some(there)) if here.trim() == there.trim() => return None,
        (None, None) => return None,
        (Some(here), Some(there)) => {
            (key(pair.variant), format!("the message lives for {here} seconds, and in `{language}` for {there}"))
        }
        (Some(here), None) => {
            (key(pair.variant), format!("the message lives for {here} seconds, and `{language}` does not say how long"))
        }
        (None, Some(there)) => (
            key(pair.variant),
            format!("there is no `{TTL}`, and in `{language}` the message lives for {there} seconds"),
        ),
    };
    let shown = there.map_or_else(|| format!("`{language}` has none"), |there| format!("{there} in `{language}`"));
    Some(
        pair.difference(Kind::Ttl, at, message)
            .reference(key(pair.reference), shown)
            .help(format!("write the same `{TTL}` for every language")),
    )
}

fn ttl(template: &Template) -> Option<&Field> {
    template.fields.get(TTL)
}

/// The time to live as it is written.
fn seconds(member: Member<'_>) -> Option<String> {
    let value = ttl(member.template)?.value;
    let absent = member.file.tree().is_absent(value);
    member.file.tree().scalar(value).filter(|_| !absent).map(ToString::to_string)
}
