//! What the rules about variables have in common.

use std::ops::Range;

use crate::rules::prelude::*;
use crate::syntax::Span;
use crate::text::{plain, words};

/// The texts of a variant that need samples. Those that must not be there at all are told elsewhere: a text in the
/// body of an authentication template, which is Meta's own, and one in a header that shows something else.
pub(super) fn texts<'v>(variant: &'v Variant, cx: &Context<'_>) -> Vec<Sampled<'v>> {
    let fixed = cx.category() == Some(Category::Authentication);
    let format = variant.header.as_ref().and_then(|header| header.format);
    let is_read = |part: &Sampled<'_>| match part.surface {
        Surface::Body => !fixed,
        Surface::Header => format.is_none_or(|format| format == HeaderFormat::Text),
        _ => true,
    };
    variant.sampled().into_iter().filter(is_read).collect()
}

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
    text.variables.mistakes.iter().any(|mistake| mistake.range.start < range.end && range.start < mistake.range.end)
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
    let mut names = Vec::new();
    for variable in &text.variables.list {
        let name = name(text, variable);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Each variable that stands in a text more than once: where first, and where again.
pub(super) fn repeated(text: &Text) -> Vec<(&Variable, &Variable)> {
    let list = &text.variables.list;
    let mut pairs: Vec<(&Variable, &Variable)> = Vec::new();
    for (index, again) in list.iter().enumerate() {
        let wanted = name(text, again);
        let first = list[..index].iter().find(|earlier| name(text, earlier) == wanted);
        if let Some(first) = first.filter(|first| !pairs.iter().any(|(known, _)| known.range == first.range)) {
            pairs.push((first, again));
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

/// Every sample for a variable of a variant, with its text.
pub(super) fn samples<'v>(variant: &'v Variant, cx: &Context<'_>) -> Vec<(Sampled<'v>, &'v Sample)> {
    let mut all = Vec::new();
    for part in texts(variant, cx).into_iter().filter(|part| !part.text.variables.is_empty()) {
        all.extend(part.example.iter().flat_map(|example| &example.samples).map(|sample| (part, sample)));
    }
    all
}

/// Whether a sample says nothing.
pub(super) fn is_empty(sample: &Sample, cx: &Context<'_>) -> bool {
    let absent = cx.file().is_some_and(|file| file.tree.is_absent(sample.value.node));
    absent || words::is_blank(&sample.value.value)
}

/// Whether a part of the file has a shape that can not be read, which is told by itself.
pub(super) fn is_misshapen(span: Span, cx: &Context<'_>) -> bool {
    cx.file().is_some_and(|file| {
        file.content.misfits.iter().any(|misfit| match misfit {
            Misfit::WrongType { at, .. } | Misfit::ExampleShape { at, .. } => {
                span.start <= at.start && at.end <= span.end
            }
            _ => false,
        })
    })
}

/// A number in the digits 0 to 9, if it is written in those of another script.
pub(super) fn western_digits(number: &str) -> Option<String> {
    // The zeros; the other digits follow each of them.
    const ZEROS: [char; 19] = [
        '\u{660}', '\u{6F0}', '\u{7C0}', '\u{966}', '\u{9E6}', '\u{A66}', '\u{AE6}', '\u{B66}', '\u{BE6}', '\u{C66}',
        '\u{CE6}', '\u{D66}', '\u{DE6}', '\u{E50}', '\u{ED0}', '\u{F20}', '\u{1040}', '\u{17E0}', '\u{FF10}',
    ];
    let western = |digit: char| {
        let other = ZEROS.iter().map(|zero| u32::from(digit).wrapping_sub(u32::from(*zero))).find(|value| *value < 10);
        other.and_then(|value| char::from_digit(value, 10)).or(digit.is_ascii_digit().then_some(digit))
    };
    number.chars().map(western).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_other_scripts_are_read() {
        for (number, digits) in [("١", "1"), ("१२", "12"), ("２", "2"), ("๓", "3"), ("1๐", "10")] {
            assert_eq!(western_digits(number).as_deref(), Some(digits), "{number}");
        }
        assert_eq!(western_digits("a1"), None);
        assert_eq!(western_digits("一"), None);
    }
}
