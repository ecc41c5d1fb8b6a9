//! One thing in which a variant differs from its reference, with both places.

use std::ops::Range;

use crate::finding::{FileId, Severity};
use crate::rules;
use crate::syntax::Span;
use crate::template::Leaf;

/// What a difference is about; each kind is told by the rule of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // The pages of the rules say what they are.
pub enum Kind {
    ButtonCount,
    ButtonOrder,
    ButtonType,
    CardCount,
    Category,
    Component,
    Currency,
    Emoji,
    Formatting,
    HeaderFormat,
    Length,
    LineStructure,
    LinkDomain,
    LinkMissing,
    LinkPath,
    Numbers,
    ParameterFormat,
    PhoneNumber,
    Ttl,
    Untranslated,
    Variables,
}

impl Kind {
    /// The id of the rule that tells it.
    pub fn rule(self) -> &'static str {
        match self {
            Self::ButtonCount => "variants/button-count",
            Self::ButtonOrder => "variants/button-order",
            Self::ButtonType => "variants/button-type",
            Self::CardCount => "variants/card-count",
            Self::Category => "variants/category",
            Self::Component => "variants/component",
            Self::Currency => "variants/currency",
            Self::Emoji => "variants/emoji",
            Self::Formatting => "variants/formatting",
            Self::HeaderFormat => "variants/header-format",
            Self::Length => "variants/length",
            Self::LineStructure => "variants/line-structure",
            Self::LinkDomain => "variants/link-domain",
            Self::LinkMissing => "variants/link-missing",
            Self::LinkPath => "variants/link-path",
            Self::Numbers => "variants/numbers",
            Self::ParameterFormat => "variants/parameter-format",
            Self::PhoneNumber => "variants/phone-number",
            Self::Ttl => "variants/ttl",
            Self::Untranslated => "variants/untranslated",
            Self::Variables => "variants/variables",
        }
    }
}

/// A place in a file of the run.
#[derive(Clone, Debug)]
pub enum Spot<'r> {
    /// Some bytes of the file, such as a key.
    Key(FileId, Span),
    /// The whole of a scalar.
    Whole(FileId, &'r Leaf),
    /// A part of a scalar, in bytes of its decoded value.
    Part(FileId, &'r Leaf, Range<usize>),
}

/// One thing in which a variant differs from its reference.
#[derive(Clone, Debug)]
pub struct Difference<'r> {
    /// What it is about.
    pub kind: Kind,
    /// Which member of the family differs.
    pub member: usize,
    /// `header`, `body`, ...
    pub component: Option<&'static str>,
    /// Where in the variant.
    pub at: Spot<'r>,
    /// What is different.
    pub message: String,
    /// What to do.
    pub help: String,
    /// Where in the reference.
    pub reference: Spot<'r>,
    /// What stands there.
    pub shown: String,
    /// How serious it is, where that is not what the rule's page says.
    pub severity: Option<Severity>,
}

impl<'r> Difference<'r> {
    pub(super) fn component(mut self, component: &'static str) -> Self {
        self.component = Some(component);
        self
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    pub(super) fn reference(mut self, spot: Spot<'r>, shown: impl Into<String>) -> Self {
        (self.reference, self.shown) = (spot, shown.into());
        self
    }

    pub(super) fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// How serious it is.
    pub fn weight(&self) -> Severity {
        let usual = || rules::by_id(self.kind.rule()).map_or(Severity::Note, |entry| entry.metadata.severity);
        self.severity.unwrap_or_else(usual)
    }
}
