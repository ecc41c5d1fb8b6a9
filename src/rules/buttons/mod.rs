//! Buttons: how many, in which order, what they say, and what they open, call or copy.

pub mod app_deep_link;
pub mod category;
pub mod count;
pub mod coupon_characters;
pub mod coupon_length;
pub mod coupon_missing;
pub mod desktop;
pub mod empty;
pub mod grouping;
pub mod label_duplicate;
pub mod label_emoji;
pub mod label_formatting;
pub mod label_length;
pub mod label_missing;
pub mod label_newline;
pub mod label_variable;
pub mod phone_missing;
pub mod phone_number;
pub(super) mod shared;
mod shared_phone;
pub mod type_limit;
pub mod type_missing;
pub mod unknown_type;
pub mod url_missing;
