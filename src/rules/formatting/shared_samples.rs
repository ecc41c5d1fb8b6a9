//! What samples do to the formatting around them: the text is read again with its samples in it.

use std::ops::Range;

use crate::preview::{self, Filled};
use crate::rules::prelude::*;
use crate::text::markup::{Kind, Markup, Span};

/// The bodies of a variant that have samples.
pub(super) fn bodies(variant: &Variant) -> impl Iterator<Item = (Sampled<'_>, &Example)> {
    variant.sampled().into_iter().filter_map(|part| match part.surface {
        Surface::Body | Surface::CardBody => Some((part, part.example?)),
        _ => None,
    })
}

/// A text as it is written and as it is sent.
pub(super) struct Sent {
    pub(super) written: Markup,
    pub(super) filled: Filled,
    pub(super) sent: Markup,
    /// Where variables that have samples stand in the text as it is written, in the order of the samples.
    variables: Vec<Range<usize>>,
}

impl Sent {
    /// Nothing where there is no formatting, or no sample.
    pub(super) fn read(text: &Text, example: &Example) -> Option<Self> {
        let mut filled = preview::fill(text, Some(example));
        filled.variables.retain(|variable| variable.filled);
        if filled.variables.is_empty() || !filled.text.contains(['*', '_', '~', '`']) {
            return None;
        }
        let mut all = text.variables.list.iter();
        let variables = filled.variables.iter().filter_map(|sample| {
            all.by_ref().find(|variable| variable.name == sample.name).map(|variable| variable.range.clone())
        });
        let variables = variables.collect();
        Some(Self { written: Markup::parse(text.value()), sent: Markup::parse(&filled.text), filled, variables })
    }

    /// The pairs of delimiters that format something as written, and do not when it is sent.
    pub(super) fn lost(&self) -> Vec<&Span> {
        self.written.spans.iter().filter(|span| is_pair(span) && !self.is_kept(span)).collect()
    }

    fn is_kept(&self, span: &Span) -> bool {
        let (opening, closing) = (self.moved(span.opening().start), self.moved(span.closing().start));
        let from = self.sent.spans.partition_point(|other| other.opening().start < opening);
        let same = |other: &&Span| other.kind == span.kind && other.closing().start == closing;
        self.sent.spans[from..].iter().take_while(|other| other.opening().start == opening).any(|other| same(&other))
    }

    /// A place between variables, in the text as it is sent.
    fn moved(&self, at: usize) -> usize {
        let before = self.variables.partition_point(|variable| variable.end <= at);
        match before.checked_sub(1) {
            Some(last) => self.filled.variables[last].range.end + (at - self.variables[last].end),
            None => at,
        }
    }

    /// The sample that stands for the variable which ends, or starts, at a place of the text as it is written.
    pub(super) fn ending_at(&self, at: usize) -> Option<usize> {
        self.variables.binary_search_by_key(&at, |variable| variable.end).ok()
    }

    pub(super) fn starting_at(&self, at: usize) -> Option<usize> {
        self.variables.binary_search_by_key(&at, |variable| variable.start).ok()
    }

    pub(super) fn value(&self, sample: usize) -> &str {
        &self.filled.text[self.filled.variables[sample].range.clone()]
    }

    pub(super) fn variable(&self, sample: usize) -> Range<usize> {
        self.variables[sample].clone()
    }

    /// For each sample, the delimiters in it that format something, in bytes of the sample.
    pub(super) fn acting(&self) -> Vec<(usize, Range<usize>)> {
        let mut places: Vec<Range<usize>> = self
            .sent
            .spans
            .iter()
            .filter(|span| is_pair(span))
            .flat_map(|span| [span.opening(), span.closing()])
            .collect();
        places.sort_by_key(|place| place.start);
        let samples = &self.filled.variables;
        places
            .into_iter()
            .filter_map(|place| {
                let index = samples.partition_point(|sample| sample.range.end <= place.start);
                let sample = samples.get(index).filter(|sample| sample.range.start <= place.start)?;
                let end = place.end.min(sample.range.end);
                Some((index, place.start - sample.range.start..end - sample.range.start))
            })
            .collect()
    }
}

/// Whether a span has delimiters on both sides.
fn is_pair(span: &Span) -> bool {
    matches!(span.kind, Kind::Bold | Kind::Italic | Kind::Strike | Kind::InlineCode | Kind::MonoBlock)
}

/// The word for what a span does to words.
pub(super) fn effect(kind: Kind) -> &'static str {
    match kind {
        Kind::Bold => "bold",
        Kind::Italic => "italic",
        Kind::Strike => "struck through",
        _ => "monospaced",
    }
}

/// The variable at a place of a text, with its sample.
pub(super) fn sample<'e>(example: &'e Example, place: &Range<usize>, text: &'e Text) -> Option<(&'e str, &'e Leaf)> {
    let variables = &text.variables.list;
    let at = variables.binary_search_by_key(&place.start, |variable| variable.range.start).ok()?;
    let variable = &variables[at];
    let found = match (&variable.kind, example.format) {
        (VariableKind::Positional(number), ParameterFormat::Positional) => {
            example.samples.get(usize::try_from(*number).ok()?.checked_sub(1)?)
        }
        (_, ParameterFormat::Named) => {
            let name = &text.value()[variable.name.clone()];
            example.samples.iter().find(|sample| sample.name.as_ref().is_some_and(|known| &*known.value == name))
        }
        _ => None,
    };
    found.map(|sample| (&text.value()[variable.range.clone()], &sample.value))
}

/// Asterisks in front of digits, which stand for other digits: where they are in a sample.
pub(super) fn mask(sample: &str) -> Option<Range<usize>> {
    let start = sample.find("**")?;
    let stars = sample[start..].bytes().take_while(|byte| b"* -".contains(byte)).count();
    let end = start + sample[start..start + stars].trim_end_matches([' ', '-']).len();
    sample[start + stars..].starts_with(|next: char| next.is_ascii_digit()).then_some(start..end)
}
