//! The figures of a run.

use serde::Serialize;

/// What was looked at and what came of it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Summary {
    /// Files that hold templates, or should.
    pub files: usize,
    /// Templates in them.
    pub templates: usize,
    /// Templates counted once per language.
    pub variants: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are notes.
    pub notes: usize,
    /// Findings that a comment in the file silences.
    pub suppressed: usize,
    /// Findings that the baseline knows.
    pub baselined: usize,
    /// Files that could not be checked, or not wholly.
    pub unchecked: usize,
    /// Journeys in the files.
    #[serde(skip)]
    pub journeys: usize,
    /// YAML and JSON files that hold no template.
    #[serde(skip)]
    pub others: usize,
    /// Findings that offer a fix.
    #[serde(skip)]
    pub fixable: usize,
    /// Those of them with a fix that keeps the meaning.
    #[serde(skip)]
    pub safely_fixable: usize,
}
