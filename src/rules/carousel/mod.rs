//! Rows of cards under a message.

pub mod card_body_length;
pub mod card_buttons;
pub mod card_count;
pub mod card_header;
pub mod category;
pub mod message_parts;
pub mod product_card;
mod shared;
pub mod uniform;
