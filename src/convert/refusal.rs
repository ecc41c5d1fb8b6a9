//! Why a template stays as it is.

use crate::finding::FileId;
use crate::syntax::Span;

/// Something that has no place in the other form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The file.
    pub file: FileId,
    /// The bytes it is about; empty at the start for a whole file.
    pub span: Span,
    /// A sentence without its full stop.
    pub message: String,
}

impl Refusal {
    pub(super) fn new(file: FileId, span: Span, message: impl Into<String>) -> Self {
        Self { file, span, message: message.into() }
    }
}
