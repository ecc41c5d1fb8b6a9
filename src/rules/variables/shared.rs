//! What the rules about variables have in common.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::rules::prelude::*;
use crate::text::{plain, words};

/// Whether a header or an address has more variables than it may have, which is told by itself.
pub(super) fn is_crowded(text: &Text, surface: Surface) -> bool {
    let allowed = match surface {
        Surface::Header => limits::HEADER_VARIABLES.count(),
        Surface::Url => limits::URL_VARIABLES.count(),
        _ => return false,
    };
    text.variables.list.len() > allowed
}

/// Whether variables may stand there at all. Where they may not, that is told instead of how they are written.
pub(super) fn takes_variables(surface: Surface) -> bool {
    matches!(surface, Surface::Header | Surface::Body | Surface::CardBody | Surface::Url)
}

/// What Meta calls a part whose form is wrong. Labels and addresses have no code of that kind.
pub(super) fn wrong_form(surface: Surface) -> Option<&'static policy::Code> {
    policy::code(match surface {
        Surface::Header => 2_388_047,
        Surface::Body | Surface::CardBody => 2_388_072,
        Surface::Footer => 2_388_073,
        Surface::Label | Surface::Url | Surface::Offer => return None,
    })
}

/// Whether the text is the body, and the business's own.
pub(super) fn is_own_body(surface: Surface, cx: &Context<'_>) -> bool {
    surface == Surface::Body && cx.category() != Some(Category::Authentication)
}

/// A variable as it is written.
pub(super) fn written<'t>(text: &'t Text, variable: &Variable) -> &'t str {
    &text.value()[variable.range.clone()]
}

/// What stands between its braces.
pub(super) fn name<'t>(text: &'t Text, variable: &Variable) -> &'t str {
    &text.value()[variable.name.clone()]
}

/// The bytes between the braces of a variable that has two on each side.
pub(super) fn inside(variable: &Variable) -> Range<usize> {
    variable.range.start + 2..variable.range.end - 2
}

/// Whether something is wrong with the braces of a variable, which is told by itself.
pub(super) fn is_damaged(text: &Text, range: &Range<usize>) -> bool {
    // Mistakes stand in the order of the text and do not overlap.
    let mistakes = &text.variables.mistakes;
    let next = mistakes.partition_point(|mistake| mistake.range.end <= range.start);
    mistakes.get(next).is_some_and(|mistake| mistake.range.start < range.end)
}

/// How a variable is written: numbered or named. Nothing where it is neither.
pub(super) fn style(text: &Text, variable: &Variable) -> Option<ParameterFormat> {
    match variable.kind {
        VariableKind::Named => Some(ParameterFormat::Named),
        _ => number(text, variable).map(|_| ParameterFormat::Positional),
    }
}

/// How the variables of a text are written. One that is neither numbered nor well named was meant to be named.
/// Nothing for a text without variables, or with both kinds.
pub(super) fn style_of_all(text: &Text) -> Option<ParameterFormat> {
    let mut styles = text.variables.list.iter().map(|variable| style(text, variable).unwrap_or(ParameterFormat::Named));
    let first = styles.next()?;
    styles.all(|style| style == first).then_some(first)
}

/// A variable with the text it stands in, and how it is written.
pub(super) type Styled<'v> = (Sampled<'v>, &'v Variable, ParameterFormat);

/// The variables of a variant whose way of writing has to agree with the others. That of a URL may be numbered in
/// any template.
pub(super) fn styled(variant: &Variant) -> Vec<Styled<'_>> {
    let mut all = Vec::new();
    for part in variant.sampled() {
        let of_url = |style| part.surface == Surface::Url && style == ParameterFormat::Positional;
        for variable in &part.text.variables.list {
            if let Some(style) = style(part.text, variable).filter(|style| !of_url(*style)) {
                all.push((part, variable, style));
            }
        }
    }
    all
}

/// In a variant with numbered and named variables: one that is as it should be, and one that is not.
pub(super) fn odd_one<'v>(variant: &'v Variant, template: &Template) -> Option<(Styled<'v>, Styled<'v>)> {
    let styled = styled(variant);
    let wanted = template.parameter_format().or(styled.first().map(|(_, _, style)| *style))?;
    let of = |right: bool| styled.iter().find(|(_, _, style)| (*style == wanted) == right).copied();
    Some((of(true)?, of(false)?))
}

/// The word for a way to write variables.
pub(super) fn style_name(style: ParameterFormat) -> &'static str {
    match style {
        ParameterFormat::Positional => "numbered",
        ParameterFormat::Named => "named",
    }
}

/// The number of a numbered variable. One too long to be read counts as very large.
pub(super) fn number(text: &Text, variable: &Variable) -> Option<u32> {
    match variable.kind {
        VariableKind::Positional(number) => Some(number),
        VariableKind::Named => None,
        VariableKind::Invalid => name(text, variable).bytes().all(|byte| byte.is_ascii_digit()).then_some(u32::MAX),
    }
}

/// The numbers of a text's numbered variables, each once, in rising order.
pub(super) fn numbers(text: &Text) -> Vec<u32> {
    let mut numbers: Vec<u32> = text.variables.list.iter().filter_map(|variable| number(text, variable)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// The names, or numbers, of a text's variables; each once, in the order of the text.
pub(super) fn distinct(text: &Text) -> Vec<&str> {
    let mut seen = HashSet::new();
    text.variables.list.iter().map(|variable| name(text, variable)).filter(|name| seen.insert(*name)).collect()
}

/// Each variable that stands in a text more than once: where first, and where again.
pub(super) fn repeated(text: &Text) -> Vec<(&Variable, &Variable)> {
    let mut first: HashMap<&str, (&Variable, bool)> = HashMap::new();
    let mut pairs = Vec::new();
    for variable in &text.variables.list {
        match first.entry(name(text, variable)) {
            Entry::Vacant(entry) => {
                entry.insert((variable, false));
            }
            Entry::Occupied(mut entry) => {
                let (earlier, told) = entry.get_mut();
                if !std::mem::replace(told, true) {
                    pairs.push((*earlier, variable));
                }
            }
        }
    }
    pairs
}

/// Whether a body has variables, and nothing else that says something.
pub(super) fn is_only_variables(text: &Text) -> bool {
    !text.variables.is_empty() && !words::says_something(&without_variables(text))
}

/// The text with blanks in place of its variables.
pub(super) fn without_variables(text: &Text) -> String {
    plain::filled(text.value(), &text.variables.list, |_| Some(" "))
}

/// What stands before the first and behind the last variable.
pub(super) fn edges(text: &Text) -> Option<(&str, &str)> {
    let (first, last) = (text.variables.list.first()?, text.variables.list.last()?);
    Some((&text.value()[..first.range.start], &text.value()[last.range.end..]))
}
