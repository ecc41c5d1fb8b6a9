//! The header: a line of text, a picture, a film, a document, a map or a product above the body.

pub mod emoji;
pub mod format;
pub mod format_missing;
pub mod formatting;
pub mod gif;
pub mod length;
pub mod media_example;
pub mod media_handle;
pub mod newline;
pub mod product;
pub(super) mod shared;
pub mod text_missing;
pub mod unexpected_text;
pub mod variables;
