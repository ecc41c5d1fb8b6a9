//! What a text is made of: variables, words, emoji, addresses, formatting marks.

pub mod accounts;
pub mod borders;
pub mod brand;
pub mod emoji;
pub mod figures;
pub mod folded;
mod heads;
pub mod house_phrases;
pub mod markdown;
pub mod markup;
pub mod phrases;
pub mod plain;
mod search;
pub mod similar;
pub mod table;
pub mod url;
pub mod variables;
pub mod wording;
pub mod words;

pub use brand::BrandWords;
pub use folded::Folded;
pub(crate) use folded::is_common_letter;
pub use house_phrases::HousePhrases;
pub use phrases::{Boundary, Hit, Phrases};
pub use variables::{BraceMistake, BraceMistakeKind, Variable, VariableKind, Variables};
