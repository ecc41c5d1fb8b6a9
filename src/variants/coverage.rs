//! Languages that the configuration asks for, and a family does not have.

use std::collections::HashSet;

use crate::config::Languages;

use super::family::Family;

/// What a family lacks.
#[derive(Debug, Default)]
pub struct Gaps {
    /// Required languages that are not there.
    pub missing: Vec<String>,
    /// Languages for which a fallback is declared, and neither they nor any of their fallbacks are there: the
    /// language, and what was tried.
    pub holes: Vec<(String, Vec<String>)>,
}

impl Gaps {
    /// Nothing is known to be missing of a family that may have more languages than were seen.
    pub(super) fn of(family: &Family<'_>, languages: &Languages) -> Self {
        if !family.complete {
            return Self::default();
        }
        let has = |code: &str| family.member(code).is_some();
        let missing: Vec<String> = languages.required.iter().filter(|code| !has(code)).cloned().collect();
        let holes = languages
            .fallback
            .iter()
            .map(|(code, _)| code)
            .filter(|code| !has(code) && !missing.contains(code) && stand_in(family, languages, code).is_none())
            .map(|code| (code.clone(), languages.chain(code)))
            .collect();
        Self { missing, holes }
    }
}

/// The language that takes the place of one that a family does not have.
pub fn stand_in<'f>(family: &'f Family<'_>, languages: &Languages, code: &str) -> Option<&'f str> {
    let chain = languages.chain(code);
    let there: HashSet<&'f str> = family.members.iter().map(|member| member.language).collect();
    chain.iter().find_map(|code| there.get(&**code).copied())
}
