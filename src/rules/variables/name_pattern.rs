//! Variable names with characters that Meta does not take.

use super::shared;
use crate::finding::Edit;
use crate::rules::prelude::*;

/// `variables/name-pattern`
pub struct NamePattern;

impl Rule for NamePattern {
    fn variant(&self, variant: &Variant, _template: &Template, cx: &mut Context<'_>) {
        for part in variant.sampled() {
            for variable in &part.text.variables.list {
                let wrong = shared::style(part.text, variable).is_none();
                if wrong && !shared::is_damaged(part.text, &variable.range) {
                    tell(part, variable, cx);
                }
            }
        }
    }
}

fn tell(part: Sampled<'_>, variable: &Variable, cx: &mut Context<'_>) {
    let name = shared::name(part.text, variable);
    let (message, right, help) = match shared::western_digits(name) {
        Some(digits) => (
            format!("the number {name} is not written with the digits 0 to 9"),
            Some(digits),
            "write the number with the digits 0 to 9".to_owned(),
        ),
        None => (
            format!("the variable name `{name}` has {}", what_is_wrong(name)),
            lower_snake(name),
            "name it with the letters a to z, digits and underscores".to_owned(),
        ),
    };
    let edits = right.as_deref().map(|right| edits(part, variable, right, cx)).unwrap_or_default();
    let help = right.as_ref().map_or(help.clone(), |right| format!("{help}: `{{{{{right}}}}}`"));
    let title = format!("write `{{{{{}}}}}`", right.unwrap_or_default());
    let finding = cx.report(cx.mark(part.text, variable.name.clone()), message);
    finding.component(part.surface.component()).help(help).unsafe_fix(title, edits);
    if variable.padded {
        // With blanks around it, Meta has taken one for plain words, and approved it.
        finding.severity(Severity::Warning).confidence(Confidence::Medium).outcome(Outcome::Rendering);
    }
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

/// Renames a variable in its text and, with it, its sample.
fn edits(part: Sampled<'_>, variable: &Variable, right: &str, cx: &Context<'_>) -> Vec<Edit> {
    let text = part.text;
    let mut edits = cx.replace(&text.leaf, shared::inside(variable), right);
    if edits.is_empty() {
        return edits;
    }
    let samples = part.example.iter().flat_map(|example| &example.samples);
    for leaf in
        samples.filter_map(|sample| sample.name.as_ref()).filter(|leaf| *leaf.value == *shared::name(text, variable))
    {
        edits.extend(cx.replace(leaf, 0..leaf.value.len(), right));
    }
    edits
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
}
