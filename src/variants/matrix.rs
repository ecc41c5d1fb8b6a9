//! Templates by languages: what is there, what is missing, what differs.

use std::collections::BTreeSet;

use crate::config::Languages;
use crate::finding::Severity;
use crate::policy;

use super::{Compared, Difference, Family, Member, stand_in};

/// All families of a run, and all languages they have or should have.
#[derive(Debug)]
pub struct Matrix<'c> {
    /// Those that Meta has or the configuration names, sorted by code.
    pub languages: Vec<&'c str>,
    /// One a template.
    pub rows: Vec<Row<'c>>,
}

/// A template in all languages.
#[derive(Debug)]
pub struct Row<'c> {
    /// The template.
    pub family: &'c Family<'c>,
    /// In the order of the languages.
    pub cells: Vec<Cell<'c>>,
}

/// A template in one language.
#[derive(Debug)]
pub enum Cell<'c> {
    /// The one that the others are compared with.
    Reference(&'c Member<'c>),
    /// It is there; its differences are notes at most.
    Present(&'c Member<'c>, Vec<&'c Difference<'c>>),
    /// It is there, and differs in something that matters.
    Differs(&'c Member<'c>, Vec<&'c Difference<'c>>),
    /// It is not there.
    Missing {
        /// Whether the configuration asks for it.
        required: bool,
        /// The language that takes its place.
        fallback: Option<&'c str>,
    },
}

impl<'c> Matrix<'c> {
    /// Lays out what was compared.
    pub fn of(compared: &'c [Compared<'c>], languages: &'c Languages) -> Self {
        let written = compared.iter().flat_map(|compared| &compared.family.members).map(|member| member.language);
        // A code that is none of Meta's is told by itself; a table of thousands of them would help nobody.
        let written = written.filter(|code| policy::language(code).is_some());
        let asked = languages.fallback.iter().map(|(code, _)| code).chain(&languages.required).map(String::as_str);
        let codes: BTreeSet<&'c str> = written.chain(asked).collect();
        let rows = compared.iter().map(|compared| Row {
            family: &compared.family,
            cells: codes.iter().map(|code| cell(compared, languages, code)).collect(),
        });
        Self { rows: rows.collect(), languages: codes.into_iter().collect() }
    }
}

fn cell<'c>(compared: &'c Compared<'c>, languages: &'c Languages, code: &str) -> Cell<'c> {
    let family = &compared.family;
    let Some(index) = family.members.iter().position(|member| member.language == code) else {
        let required = languages.required.iter().any(|required| required == code);
        return Cell::Missing { required, fallback: stand_in(family, languages, code) };
    };
    let member = &family.members[index];
    let differences: Vec<&Difference<'_>> =
        compared.differences.iter().filter(|difference| difference.member == index).collect();
    if index == family.reference {
        Cell::Reference(member)
    } else if differences.iter().any(|difference| difference.weight() > Severity::Note) {
        Cell::Differs(member, differences)
    } else {
        Cell::Present(member, differences)
    }
}

/// How many of the differences are more than notes.
pub fn that_matter(differences: &[&Difference<'_>]) -> usize {
    differences.iter().filter(|difference| difference.weight() > Severity::Note).count()
}
