//! Where in which file something of the configuration stands.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use crate::finding::position;
use crate::input::Source;
use crate::syntax::Span;

use super::ConfigError;

/// A place in a configuration.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, as people call it.
    pub file: Arc<str>,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// Something in a configuration that can not be followed, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where.
    pub place: Place,
    /// What.
    pub error: ConfigError,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.error.message)
    }
}

/// The file that is being read.
pub(super) struct Here<'s> {
    /// Its text.
    pub source: &'s Source,
    /// Where the paths start that it names.
    pub folder: &'s Path,
}

impl Here<'_> {
    /// A place in it.
    pub fn place(&self, span: Span) -> Place {
        let found = position(self.source, span.range().start);
        Place { file: Arc::from(self.source.path()), line: found.line, column: found.column }
    }
}
