//! What keeps a part of a file from being part of a template.

use std::sync::Arc;

use crate::syntax::Span;

/// One part of a file that does not fit a template. Rules put it into words.
#[derive(Clone, Debug)]
pub enum Misfit {
    /// A key that is not known there.
    UnknownKey {
        /// The key.
        key: Span,
        /// Its name.
        name: Arc<str>,
        /// What it stands in: "a template", "a button".
        within: &'static str,
        /// The key that was probably meant.
        suggestion: Option<&'static str>,
        /// Whether the file was read as if the suggestion stood there.
        read_as_suggested: bool,
    },
    /// A list where a text is expected, and the like.
    WrongType {
        /// The value.
        at: Span,
        /// Whose value it is: "`buttons`".
        what: String,
        /// What it should be: "a list of buttons".
        expected: &'static str,
        /// What it is: "a text".
        found: &'static str,
    },
    /// A component that a message can have only once.
    RepeatedComponent {
        /// The first one.
        first: Span,
        /// The one too many.
        again: Span,
        /// Its type.
        kind: &'static str,
    },
    /// A component without a `type`.
    MissingType {
        /// The component's first key.
        at: Span,
    },
    /// Samples in a shape that Meta does not take.
    ExampleShape {
        /// The value.
        at: Span,
        /// What it should look like.
        expected: &'static str,
    },
    /// Something that is no template where one is expected.
    NotATemplate {
        /// The value.
        at: Span,
        /// What it is.
        found: &'static str,
    },
}
