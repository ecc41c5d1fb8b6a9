//! Variable names with characters that Meta does not take.

use std::collections::HashMap;

use super::shared;
use crate::finding::{Edit, Finding};
use crate::rules::prelude::*;

/// `variables/name-pattern`
pub struct NamePattern;

impl Rule for NamePattern {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        for part in variant.sampled() {
            let text = part.text;
            let is_wrong = |variable: &&Variable| {
                shared::style(text, variable).is_none() && !shared::is_damaged(text, &variable.range)
            };
            let wrong: Vec<&Variable> = text.variables.list.iter().filter(is_wrong).collect();
            if wrong.is_empty() {
                continue;
            }
            let samples = part.example.iter().flat_map(|example| &example.samples);
            let samples: HashMap<&str, &Leaf> =
                samples.filter_map(|sample| sample.name.as_ref()).map(|leaf| (&*leaf.value, leaf)).collect();
            for variable in wrong {
                let sample = samples.get(shared::name(text, variable)).copied();
                tell(text, variable, sample, cx).component(part.surface.component());
            }
        }
    }
}

fn tell<'c>(text: &Text, variable: &Variable, sample: Option<&Leaf>, cx: &'c mut Context<'_>) -> &'c mut Finding {
    let name = shared::name(text, variable);
    let (message, right, help) = match western_digits(name) {
        Some(digits) => (
            format!("the number {name} is not written with the digits 0 to 9"),
            Some(digits),
            "write the number with the digits 0 to 9",
        ),
        None => (
            format!("the variable name `{name}` has {}", what_is_wrong(name)),
            lower_snake(name),
            "name it with the letters a to z, digits and underscores",
        ),
    };
    let place = cx.mark(text, variable.name.clone());
    let edits = right.as_deref().map(|right| rename(text, variable, sample, right, cx)).unwrap_or_default();
    let finding = cx.report(place, message);
    match right {
        Some(right) => {
            finding.help(format!("{help}: `{{{{{right}}}}}`")).unsafe_fix(format!("write `{{{{{right}}}}}`"), edits)
        }
        None => finding.help(help),
    };
    if variable.padded {
        // With blanks around it, Meta has taken one for plain words, and approved it.
        finding.severity(Severity::Warning).confidence(Confidence::Medium).outcome(Outcome::Rendering);
    }
    finding
}

/// Renames a variable in its text and, with it, its sample.
fn rename(text: &Text, variable: &Variable, sample: Option<&Leaf>, right: &str, cx: &Context<'_>) -> Vec<Edit> {
    let mut edits = cx.replace(&text.leaf, shared::inside(variable), right);
    if let Some(leaf) = sample.filter(|_| !edits.is_empty()) {
        edits.extend(cx.replace(leaf, 0..leaf.value.len(), right));
    }
    edits
}

/// The first thing in a name that may not be there, in words.
fn what_is_wrong(name: &str) -> String {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    match name.chars().find(|character| !allowed(*character)) {
        Some(character) if character.is_whitespace() => "a blank in it".to_owned(),
        Some(character) if character.is_ascii_uppercase() => "capital letters".to_owned(),
        Some(character) if character.is_alphabetic() => format!("the letter `{character}`, which is not one of a to z"),
        Some(character) => format!("the character `{character}`"),
        None => "characters that are not allowed".to_owned(),
    }
}

/// The name in lower-case letters and underscores, if it is made of Latin letters.
fn lower_snake(name: &str) -> Option<String> {
    let mut snake = String::with_capacity(name.len());
    let mut after_small = false;
    for character in name.chars() {
        if character.is_alphabetic() && !character.is_ascii() {
            return None;
        }
        if !character.is_ascii_alphanumeric() {
            snake.push('_');
        } else {
            if character.is_ascii_uppercase() && after_small {
                snake.push('_');
            }
            snake.push(character.to_ascii_lowercase());
        }
        after_small = character.is_ascii_lowercase() || character.is_ascii_digit();
    }
    let words: Vec<&str> = snake.split('_').filter(|word| !word.is_empty()).collect();
    let snake = words.join("_");
    (snake.bytes().any(|byte| byte.is_ascii_lowercase())).then_some(snake)
}

/// A number in the digits 0 to 9, if it is written in those of another script.
fn western_digits(number: &str) -> Option<String> {
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
    fn a_name_is_put_into_lower_case_and_underscores() {
        for (name, right) in [
            ("FirstName", Some("first_name")),
            ("first-name", Some("first_name")),
            ("order.id", Some("order_id")),
            ("Order ID #", Some("order_id")),
            ("NAME", Some("name")),
            ("address2Line", Some("address2_line")),
            ("1.5", None),
            ("नाम", None),
            ("prénom", None),
            ("$%#", None),
        ] {
            assert_eq!(lower_snake(name).as_deref(), right, "{name}");
        }
    }

    #[test]
    fn digits_of_other_scripts_are_read() {
        for (number, digits) in [("١", "1"), ("१२", "12"), ("２", "2"), ("๓", "3"), ("1๐", "10")] {
            assert_eq!(western_digits(number).as_deref(), Some(digits), "{number}");
        }
        assert_eq!(western_digits("a1"), None);
        assert_eq!(western_digits("一"), None);
    }
}
