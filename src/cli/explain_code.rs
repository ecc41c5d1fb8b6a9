//! `walint explain 2388299`: what one of Meta's codes means, and which rules keep it away.

use std::fmt;
use std::io;

use crate::policy::{CODES, Code};
use crate::rules;

use super::Exit;
use super::markdown;
use super::terminal::Terminal;

/// A code as people copy it out of an error: `2388299`, `100/2388299`, `(#132000)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    outer: Option<u32>,
    number: u32,
}

impl Number {
    /// Reads a code; nothing where it can only be the name of a rule.
    pub fn read(written: &str) -> Option<Self> {
        let bare = |part: &str| part.trim_matches(|c: char| c.is_whitespace() || "#()".contains(c)).to_owned();
        match written.split_once('/') {
            None => Some(Self { outer: None, number: bare(written).parse().ok()? }),
            Some((outer, number)) => {
                Some(Self { outer: Some(bare(outer).parse().ok()?), number: bare(number).parse().ok()? })
            }
        }
    }

    fn is(self, code: &Code) -> bool {
        match self.outer {
            None => own_number(code) == Some(self.number),
            // Where Meta's page leaves the outer code out, any may stand before the subcode.
            Some(outer) => code.subcode == Some(self.number) && code.code.is_none_or(|known| known == outer),
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.outer.map_or(Ok(()), |outer| write!(f, "{outer}/"))?;
        write!(f, "{}", self.number)
    }
}

/// The number that tells a code from all others.
fn own_number(code: &Code) -> Option<u32> {
    code.subcode.or(code.code)
}

/// Says what a code means, or which codes are near.
pub fn run(number: Number, terminal: &mut Terminal) -> io::Result<Exit> {
    let Some(code) = CODES.iter().find(|code| number.is(code)) else {
        terminal.complain(&unknown(number));
        return Ok(Exit::Usage);
    };
    let out = terminal.out();
    markdown::write(out, &page(code))?;
    writeln!(out, "\nSource: {} ({}), confidence {}", code.source, code.date, code.confidence)?;
    Ok(Exit::Clean)
}

/// What is known about a code, as a page in Markdown.
fn page(code: &Code) -> String {
    let mut page = format!("# {code}\n\n{}\n\n{}\n", code.meaning, when(code.phase));
    if !code.other_titles.is_empty() {
        page.push_str(&format!("\nAlso seen as: {}.\n", quoted(code.other_titles)));
    }
    let within: Vec<&Code> = CODES
        .iter()
        .filter(|other| code.subcode.is_none() && other.subcode.is_some() && other.code == code.code)
        .collect();
    if !within.is_empty() {
        page.push_str("\n## Its subcodes\n\n");
        page.extend(within.iter().map(|code| format!("- {code}\n")));
    }
    page.push_str("\n## Rules that prevent it\n\n");
    let mut rules = rules::all().iter().map(|entry| entry.metadata).filter(|rule| rule.is_about(code)).peekable();
    if rules.peek().is_none() {
        page.push_str(nothing_prevents(code.phase));
    }
    page.extend(rules.map(|rule| format!("- `{}`: {}\n", rule.id, rule.summary)));
    page
}

fn when(phase: &str) -> &'static str {
    match phase {
        "create" => "Meta gives it when a template is created, or submitted again after an edit.",
        "edit" => "Meta gives it when a template that exists is edited.",
        "send" => "Meta gives it when a message is sent, long after the template was approved.",
        _ => "Meta gives it for the account, its access or its number of calls, whatever the template says.",
    }
}

fn nothing_prevents(phase: &str) -> &'static str {
    match phase {
        "create" => "None: no rule of walint knows what in a template brings it.",
        _ => "None: it depends on what a template file does not show.",
    }
}

fn quoted(titles: &[&str]) -> String {
    titles.iter().map(|title| format!("\"{title}\"")).collect::<Vec<_>>().join(", ")
}

fn unknown(number: Number) -> String {
    let near: Vec<String> = nearest(number.number).iter().map(|code| format!("`walint explain {code}`")).collect();
    format!("Meta's code {number} is not known; the nearest ones: {}", near.join(", "))
}

/// The three codes that are written most alike: by how many digits agree at the front, then by distance.
fn nearest(number: u32) -> Vec<u32> {
    let written = number.to_string();
    let agreeing = |other: u32| written.bytes().zip(other.to_string().bytes()).take_while(|(a, b)| a == b).count();
    let mut numbers: Vec<u32> = CODES.iter().filter_map(own_number).collect();
    numbers.sort_by_key(|&other| (std::cmp::Reverse(agreeing(other)), other.abs_diff(number)));
    numbers.dedup();
    numbers.truncate(3);
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_errors_print_them() {
        for (written, outer, number) in [
            ("2388299", None, 2_388_299),
            (" #132000 ", None, 132_000),
            ("(#100)", None, 100),
            ("100/2388299", Some(100), 2_388_299),
        ] {
            assert_eq!(Number::read(written), Some(Number { outer, number }), "{written}");
        }
        for written in ["variables/edge", "edge", "100/edge", "", "/", "99999999999", "-1"] {
            assert_eq!(Number::read(written), None, "{written}");
        }
    }

    #[test]
    fn the_nearest_codes_are_those_that_look_alike() {
        assert_eq!(nearest(2_388_298), [2_388_299, 2_388_293, 2_388_185]);
        assert_eq!(nearest(13_104)[0] / 10, 13_104);
    }
}
