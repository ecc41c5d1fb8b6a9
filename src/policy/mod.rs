//! What Meta says: limits, languages, codes, lists. The facts are data under `rules/policy/`, each with its source
//! and date, and compiled in.

use std::fmt;

pub mod content;
pub mod media;
pub mod windows;

include!(concat!(env!("OUT_DIR"), "/policy.rs"));

/// A number that Meta's rules put on a template.
#[derive(Debug)]
pub struct Limit {
    /// The number.
    pub value: i64,
    /// The page it is from, or `observed`.
    pub source: &'static str,
    /// When that was read or observed.
    pub date: &'static str,
    /// Where sources disagree, or the number needs a condition.
    pub note: Option<&'static str>,
}

impl Limit {
    /// The number, for counting things. A negative one counts nothing.
    pub fn count(&self) -> usize {
        usize::try_from(self.value).unwrap_or(0)
    }
}

/// The language of a code, without the region.
pub fn base(code: &str) -> &str {
    code.split(['_', '-']).next().unwrap_or(code)
}

/// A language that a template can have.
#[derive(Debug)]
pub struct Language {
    /// Meta's code for it.
    pub code: &'static str,
    /// Its name in English.
    pub name: &'static str,
    /// The scripts it is written in, the usual one first.
    pub scripts: &'static [&'static str],
}

/// Whether something may stand in a template that is submitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Meta describes it.
    Documented,
    /// Seen in the field; not known to be refused.
    Undocumented,
    /// In what Meta returns; not to be submitted.
    ReadOnly,
    /// Accepted, and without effect.
    Dead,
    /// Refused.
    Refused,
}

/// A value of a closed list.
#[derive(Debug)]
pub struct Value {
    /// Meta's name for it.
    pub name: &'static str,
    /// What it means, in a sentence; may be empty.
    pub meaning: &'static str,
    /// Whether it may be submitted.
    pub standing: Standing,
}

/// A category of a former API version.
#[derive(Debug)]
pub struct LegacyCategory {
    /// What it was called.
    pub name: &'static str,
    /// The category to use now.
    pub replacement: &'static str,
    /// The first version without it.
    pub version: &'static str,
    /// The day of that version.
    pub removed: &'static str,
}

/// One of Meta's error codes.
#[derive(Debug)]
pub struct Code {
    /// The outer code, where it is known.
    pub code: Option<u32>,
    /// The `error_subcode`, where there is one.
    pub subcode: Option<u32>,
    /// The title exactly as Meta prints it.
    pub title: Option<&'static str>,
    /// Other wordings seen.
    pub other_titles: &'static [&'static str],
    /// `create`, `edit`, `send` or `account`.
    pub phase: &'static str,
    /// What it means, in our words.
    pub meaning: &'static str,
    /// The page it is from, or `observed`.
    pub source: &'static str,
    /// When that was read or observed.
    pub date: &'static str,
    /// How sure that is.
    pub confidence: &'static str,
}

impl fmt::Display for Code {
    /// `100/2388299 "Leading or trailing parameters not allowed"`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.code, self.subcode) {
            (Some(code), Some(subcode)) => write!(f, "{code}/{subcode}")?,
            (Some(number), None) | (None, Some(number)) => write!(f, "{number}")?,
            (None, None) => {}
        }
        self.title.map_or(Ok(()), |title| write!(f, " \"{title}\""))
    }
}

/// Hosts that decide what happens to a link.
#[derive(Debug)]
pub struct Hosts {
    /// Exact names.
    pub hosts: &'static [&'static str],
    /// Names that stand for everything below them too.
    pub suffixes: &'static [&'static str],
    /// URL schemes.
    pub schemes: &'static [&'static str],
    /// Address ranges.
    pub networks: &'static [&'static str],
}

impl Hosts {
    /// Whether a host belongs to the group. Case and a dot at the end do not matter.
    pub fn contains(&self, host: &str) -> bool {
        let host = host.trim_end_matches('.').to_lowercase();
        self.hosts.contains(&&*host)
            || self
                .suffixes
                .iter()
                .any(|suffix| host.strip_suffix(suffix).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
    }
}

/// A named part of a template: a component, a button, a header format, a key.
#[derive(Debug)]
pub struct Part {
    /// Meta's name for it.
    pub name: &'static str,
    /// Whether it may be submitted.
    pub standing: Standing,
    /// The categories it may be used in; empty where that does not apply, or where it may be used nowhere.
    pub categories: &'static [&'static str],
    /// How many of it a template may have.
    pub max: Option<u32>,
    /// For buttons: whether the label is `required`, `optional`, `fixed` or `none`.
    pub label: &'static str,
    /// For buttons whose label Meta writes: what it says in English.
    pub fixed_labels: &'static [&'static str],
    /// The keys it must have.
    pub required: &'static [&'static str],
    /// Keys of which it must have exactly one.
    pub one_of: &'static [&'static str],
    /// The keys it can have.
    pub fields: &'static [&'static str],
    /// Whether it may stand in a carousel card.
    pub card: bool,
    /// A condition, in a sentence; may be empty.
    pub note: &'static str,
    /// The page it is from, or `observed`.
    pub source: &'static str,
}

/// What Meta says about a subcode, or about a code without one.
pub fn code(number: u32) -> Option<&'static Code> {
    let matches = |code: &&Code| code.subcode == Some(number);
    CODES.iter().find(matches).or_else(|| CODES.iter().find(|code| code.subcode.is_none() && code.code == Some(number)))
}

/// The language of that exact code.
pub fn language(code: &str) -> Option<&'static Language> {
    LANGUAGES.binary_search_by(|language| language.code.cmp(code)).ok().map(|at| &LANGUAGES[at])
}

/// The part of that name, in any case.
pub fn part(parts: &'static [Part], name: &str) -> Option<&'static Part> {
    let name = name.trim();
    parts.iter().find(|part| part.name.eq_ignore_ascii_case(name))
}

/// The value of that name, in any case.
pub fn value(values: &'static [Value], name: &str) -> Option<&'static Value> {
    let name = name.trim();
    values.iter().find(|value| value.name.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_found_by_name() {
        assert_eq!(limits::BODY_LENGTH.count(), 1024);
        assert_eq!(language("pt_BR").map(|language| language.name), Some("Portuguese (Brazil)"));
        assert!(language("pt").is_none());
        assert_eq!(code(2388299).and_then(|code| code.title), Some("Leading or trailing parameters not allowed"));
        assert!(SHORTENERS_NAMED.contains("BIT.LY."));
        assert!(WHATSAPP_HOSTS.contains("business.whatsapp.com") && !WHATSAPP_HOSTS.contains("notwhatsapp.com"));
    }

    #[test]
    fn tables_that_are_searched_are_sorted() {
        assert!(LANGUAGES.is_sorted_by(|a, b| a.code < b.code));
        assert!(LANGUAGE_SUGGESTIONS.is_sorted_by(|a, b| a.0 < b.0));
    }
}
