//! What the configuration of a team asks of its texts.

pub mod brand_word;
pub mod phrase_banned;
pub mod phrase_required;
mod shared;
