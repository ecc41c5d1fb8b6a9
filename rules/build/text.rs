//! What the library folds texts and lays out phrases with: both must do it alike.

#[path = "../../src/text/folded.rs"]
#[allow(dead_code)] // Phrases have no places to lead back to.
pub mod folded;
#[path = "../../src/text/heads.rs"]
#[allow(dead_code)] // Nothing is looked for while building.
pub mod heads;
#[path = "../../src/text/table.rs"]
pub mod table;

/// Phrases have none.
pub struct Variable {
    /// Its bytes.
    pub range: std::ops::Range<usize>,
}
