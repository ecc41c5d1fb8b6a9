//! What walint has to say about a template, and where.

mod fingerprint;
mod position;
mod sanitize;

use serde::Serialize;

use crate::policy::Code;
use crate::rules::Metadata;
use crate::syntax::Span;

pub use fingerprint::fingerprint;
pub use position::{Extent, Position, extent, position};
pub use sanitize::{is_unsafe, sanitize};

/// What to do about a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Look at it before you submit.
    Warning,
    /// Will fail.
    Error,
}

impl Severity {
    /// `error`, `warning` or `note`
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// What will happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The API refuses it.
    ApiRejection,
    /// A reviewer or classifier is likely to reject it.
    ReviewRejection,
    /// Approved as MARKETING: dearer and capped.
    Recategorisation,
    /// Accepted, and fails when it is sent.
    SendFailure,
    /// Arrives looking wrong.
    Rendering,
    /// Better practice.
    Advice,
}

/// How sure we are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// A single or contested source.
    Low,
    /// Sources disagree in detail.
    Medium,
    /// Meta says so, or several live reports agree.
    High,
}

/// Index of a file in its run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// Some bytes of one file of the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The bytes of its text.
    pub span: Span,
}

/// A second place that explains the first.
#[derive(Clone, Debug)]
pub struct Related {
    /// What stands there.
    pub message: String,
    /// Where.
    pub place: Place,
}

/// Whether a fix keeps the meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    /// Same meaning: may be applied without asking.
    Safe,
    /// Changes words or meaning: a person decides.
    Unsafe,
}

/// A replacement of some bytes.
#[derive(Clone, Debug)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub place: Place,
    /// What stands there afterwards.
    pub text: String,
}

/// A way to put a finding right.
#[derive(Clone, Debug)]
pub struct Fix {
    /// What it does, as an order: "put the value in quotes".
    pub title: String,
    /// Whether it keeps the meaning.
    pub applicability: Applicability,
    /// What it changes. Never empty.
    pub edits: Vec<Edit>,
}

/// One thing walint has to say.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that says it.
    pub rule: &'static Metadata,
    /// What to do about it.
    pub severity: Severity,
    /// What will happen.
    pub outcome: Outcome,
    /// How sure we are.
    pub confidence: Confidence,
    /// What is wrong, with the number.
    pub message: String,
    /// What to do. May be empty.
    pub help: String,
    /// Meta's own code for it, where it has one.
    pub meta: Option<&'static Code>,
    /// Where.
    pub place: Place,
    /// The name of the template.
    pub template: Option<String>,
    /// The language of the variant.
    pub language: Option<String>,
    /// `header`, `body`, `footer`, `buttons`, `carousel`, ...
    pub component: Option<&'static str>,
    /// Other places that explain it.
    pub related: Vec<Related>,
    /// Ways to put it right.
    pub fixes: Vec<Fix>,
}

/// So many characters are told of a name or a sentence. What a file makes long must not come back with each of its
/// findings: a file of a megabyte would get reports of gigabytes.
const LONGEST: usize = 1024;

/// The text, or its beginning where it is very long.
pub(crate) fn shortened<T: AsRef<str> + Into<String>>(text: T) -> String {
    match text.as_ref().char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", &text.as_ref()[..cut]),
        None => text.into(),
    }
}

impl Finding {
    /// Says what to do.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = shortened(help.into());
        self
    }

    /// Speaks more softly (or louder) than the rule usually does.
    pub fn severity(&mut self, severity: Severity) -> &mut Self {
        self.severity = severity;
        self
    }

    /// Names another outcome than the rule usually does.
    pub fn outcome(&mut self, outcome: Outcome) -> &mut Self {
        self.outcome = outcome;
        self
    }

    /// Is surer, or less sure, than the rule usually is.
    pub fn confidence(&mut self, confidence: Confidence) -> &mut Self {
        self.confidence = confidence;
        self
    }

    /// Belongs to another component than the walk is in.
    pub fn component(&mut self, component: &'static str) -> &mut Self {
        self.component = Some(component);
        self
    }

    /// Points at a second place.
    pub fn related(&mut self, place: Place, message: impl Into<String>) -> &mut Self {
        self.related.push(Related { message: shortened(message.into()), place });
        self
    }

    /// Offers a fix that keeps the meaning.
    pub fn safe_fix(&mut self, title: impl Into<String>, edits: Vec<Edit>) -> &mut Self {
        self.fix(title, Applicability::Safe, edits)
    }

    /// Offers a fix that changes words or meaning.
    pub fn unsafe_fix(&mut self, title: impl Into<String>, edits: Vec<Edit>) -> &mut Self {
        self.fix(title, Applicability::Unsafe, edits)
    }

    fn fix(&mut self, title: impl Into<String>, applicability: Applicability, edits: Vec<Edit>) -> &mut Self {
        if !edits.is_empty() {
            self.fixes.push(Fix { title: shortened(title.into()), applicability, edits });
        }
        self
    }
}
