//! A name with characters that Meta does not take.

use std::ops::Range;

use crate::rules::prelude::*;
use crate::text::wording::any_of;

/// `identity/name-pattern`
pub struct NamePattern;

/// So many different characters are listed at most.
const LISTED: usize = 6;

impl Rule for NamePattern {
    fn template(&self, template: &Template, cx: &mut Context<'_>) {
        let Some(name) = template.name.as_ref().filter(|name| !name.value.trim().is_empty()) else { return };
        let Some(place) = offending(&name.value) else { return };
        let suggestion = snake_case(&name.value);
        let edits = suggestion.as_deref().map_or_else(Vec::new, |new| cx.replace(name, 0..name.value.len(), new));
        let finding =
            cx.report(cx.part(name, place), format!("a name can not have {}", listed(&distinct(&name.value))));
        let example = suggestion.as_deref().unwrap_or("order_shipped");
        finding.help(format!("use only the letters a to z, digits and underscores, such as `{example}`"));
        if let Some(new) = &suggestion {
            finding.unsafe_fix(format!("call it `{new}`"), edits);
        }
    }
}

fn is_allowed(character: char) -> bool {
    matches!(character, 'a'..='z' | '0'..='9' | '_')
}

/// The one run of characters that are not allowed; the whole name where there are several.
fn offending(name: &str) -> Option<Range<usize>> {
    let start = name.find(|character| !is_allowed(character))?;
    let end = name[start..].find(is_allowed).map_or(name.len(), |length| start + length);
    let only = name[end..].chars().all(is_allowed);
    Some(if only { start..end } else { 0..name.len() })
}

fn distinct(name: &str) -> Vec<char> {
    let mut distinct = Vec::new();
    for character in name.chars().filter(|character| !is_allowed(*character)) {
        if !distinct.contains(&character) && distinct.len() <= LISTED {
            distinct.push(character);
        }
    }
    distinct
}

/// "capitals (`F`, `S`), spaces or `!`"
fn listed(characters: &[char]) -> String {
    let (capitals, others): (Vec<char>, Vec<char>) =
        characters.iter().take(LISTED).partition(|character| character.is_uppercase());
    let capitals: Vec<String> = capitals.into_iter().map(shown).collect();
    let mut words: Vec<String> = others.into_iter().map(shown).collect();
    if !capitals.is_empty() {
        words.insert(0, format!("capitals ({})", capitals.join(", ")));
    }
    if characters.len() > LISTED {
        words.push("other such characters".to_owned());
    }
    any_of(&words)
}

fn shown(character: char) -> String {
    match character {
        ' ' => "spaces".to_owned(),
        _ if character.is_control() || character.is_whitespace() => format!("U+{:04X}", u32::from(character)),
        _ => format!("`{character}`"),
    }
}

/// The name in lower case with underscores for blanks, hyphens and dots; nothing where that is not enough.
fn snake_case(name: &str) -> Option<String> {
    let mut snake = String::with_capacity(name.len());
    let mut before = '_';
    for character in name.trim().chars() {
        let separates = matches!(character, ' ' | '-' | '.');
        let starts_word = character.is_ascii_uppercase() && (before.is_ascii_lowercase() || before.is_ascii_digit());
        if (separates || starts_word) && !snake.ends_with('_') {
            snake.push('_');
        }
        if !separates {
            snake.push(character.to_ascii_lowercase());
        }
        before = character;
    }
    let fits = !snake.is_empty() && snake.chars().all(is_allowed) && snake.len() <= limits::NAME_LENGTH.count();
    fits.then_some(snake)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_turned_into_snake_case_where_letters_allow_it() {
        for (name, snake) in [
            ("Order-V2", "order_v2"),
            ("OrderShipped", "order_shipped"),
            ("ORDER SHIPPED", "order_shipped"),
            (" Flash  Sale ", "flash_sale"),
            ("v1.2-final", "v1_2_final"),
            ("OTPCode", "otpcode"),
        ] {
            assert_eq!(snake_case(name).as_deref(), Some(snake), "{name}");
        }
        for name in ["Promoção", "sale!", "折扣", "a/b"] {
            assert_eq!(snake_case(name), None, "{name}");
        }
    }

    #[test]
    fn offending_characters_are_named_once() {
        assert_eq!(listed(&distinct("Flash Sale")), "capitals (`F`, `S`) or spaces");
        assert_eq!(listed(&distinct("a-b-c")), "`-`");
        assert_eq!(listed(&distinct("ABCDEFGH")), "capitals (`A`, `B`, `C`, `D`, `E`, `F`) or other such characters");
        assert_eq!(listed(&distinct("a\u{200B}\tb")), "`\u{200B}` or U+0009");
    }
}
