//! Limited-time offers.

pub mod body_length;
pub mod buttons;
pub mod category;
pub mod footer;
pub mod has_expiration;
pub mod header;
mod shared;
pub mod text_length;
pub mod text_missing;
