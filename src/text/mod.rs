//! What a text is made of: variables, words, emoji, addresses, formatting marks.

pub mod emoji;
pub mod markup;
pub mod plain;
pub mod similar;
pub mod url;
pub mod variables;
pub mod wording;
pub mod words;

pub use variables::{BraceMistake, BraceMistakeKind, Variable, VariableKind, Variables};
