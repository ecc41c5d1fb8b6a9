//! What a rule's page says about the rule.

use serde::Serialize;

use crate::finding::{Confidence, Outcome, Severity};
use crate::policy::{self, Code};

/// The front matter of a rule's page, and the page.
#[derive(Debug, Serialize)]
pub struct Metadata {
    /// `family/rule`
    pub id: &'static str,
    /// What it looks for, in one line.
    pub summary: &'static str,
    /// What to do about its findings, if they do not say otherwise.
    pub severity: Severity,
    /// How sure it is.
    pub confidence: Confidence,
    /// What will happen.
    pub outcome: Outcome,
    /// Meta's code, or subcode where there is one.
    pub code: Option<u32>,
    /// Codes that Meta gives later, when a message is sent, to those who do not listen to the rule.
    pub prevents: &'static [u32],
    /// Whether it offers fixes.
    pub fix: Fixable,
    /// The version that first had it.
    pub since: &'static str,
    /// Where its facts come from.
    pub sources: &'static [Reference],
    /// The page, in Markdown, without the front matter.
    #[serde(skip)]
    pub page: &'static str,
}

/// Whether a rule offers fixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Fixable {
    /// Never.
    None,
    /// Fixes that keep the meaning.
    Safe,
    /// Fixes that a person has to agree to.
    Unsafe,
}

/// Where a fact comes from.
#[derive(Debug, Serialize)]
pub struct Reference {
    /// A page of Meta's, or `observed`.
    pub url: &'static str,
    /// The day the page was read, or the fact observed.
    pub date: &'static str,
}

impl Metadata {
    /// The first half of the id.
    pub fn family(&self) -> &'static str {
        self.id.split('/').next().unwrap_or(self.id)
    }

    /// Where Meta says so; empty where it is only observed.
    pub fn url(&self) -> &'static str {
        self.sources.iter().map(|source| source.url).find(|url| url.starts_with("https://")).unwrap_or("")
    }

    /// Whether listening to the rule keeps Meta from giving that code or subcode.
    pub fn is_about(&self, code: &Code) -> bool {
        let number = code.subcode.or(code.code);
        number.is_some_and(|number| self.code == Some(number) || self.prevents.contains(&number))
    }

    /// What Meta calls it.
    pub fn meta(&self) -> Option<&'static Code> {
        self.code.and_then(policy::code)
    }
}
