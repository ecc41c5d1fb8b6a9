//! Puts samples in place of variables.

use std::ops::Range;

use crate::template::{Example, ParameterFormat, Text};
use crate::text::{Variable, VariableKind};

/// A text with its samples.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The text. A variable without a sample stands in it as it was written.
    pub text: String,
    /// The variables, in order.
    pub variables: Vec<Placed>,
}

/// Where a variable went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Its bytes in the filled text.
    pub range: Range<usize>,
    /// The bytes of its name in the text as it was written.
    pub name: Range<usize>,
    /// Whether a sample stands there.
    pub filled: bool,
}

/// The text with a sample in place of every variable that has one.
pub fn fill(text: &Text, example: Option<&Example>) -> Filled {
    let written = text.value();
    let mut filled = Filled { text: String::with_capacity(written.len()), variables: Vec::new() };
    let mut read = 0;
    for variable in &text.variables.list {
        if variable.kind == VariableKind::Invalid {
            continue;
        }
        let sample = example.and_then(|example| sample(example, variable, written));
        filled.text.push_str(&written[read..variable.range.start]);
        let start = filled.text.len();
        filled.text.push_str(sample.unwrap_or(&written[variable.range.clone()]));
        let range = start..filled.text.len();
        filled.variables.push(Placed { range, name: variable.name.clone(), filled: sample.is_some() });
        read = variable.range.end;
    }
    filled.text.push_str(&written[read..]);
    filled
}

/// The URL with its sample, which may be written as the variable's value or as the whole URL.
pub fn fill_url(url: &Text, example: Option<&Example>) -> String {
    let start = url.variables.list.first().map(|variable| &url.value()[..variable.range.start]);
    let sample = example.and_then(|example| example.samples.first()).map(|sample| &*sample.value.value);
    match (start, sample) {
        (Some(start), Some(sample)) if !start.is_empty() && sample.starts_with(start) => sample.to_owned(),
        _ => fill(url, example).text,
    }
}

fn sample<'e>(example: &'e Example, variable: &Variable, written: &str) -> Option<&'e str> {
    let found = match (example.format, &variable.kind) {
        (ParameterFormat::Positional, VariableKind::Positional(number)) => {
            example.samples.get(usize::try_from(*number).ok()?.checked_sub(1)?)
        }
        (ParameterFormat::Positional, _) => None,
        (ParameterFormat::Named, _) => {
            let name = &written[variable.name.clone()];
            example.samples.iter().find(|sample| sample.name.as_ref().is_some_and(|known| &*known.value == name))
        }
    };
    found.map(|sample| &*sample.value.value)
}
