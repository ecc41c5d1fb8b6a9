//! What phrases speak for.

/// What a phrase speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// Promotion.
    Marketing,
    /// Something the reader has or did.
    Utility,
    /// A passcode.
    Authentication,
    /// Nothing by itself: only the model weighs it.
    Concept,
    /// Nothing, although a part of it would.
    Harmless,
}
