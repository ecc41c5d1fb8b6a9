//! Templates for one-time codes, whose words are Meta's own.

pub mod autofill_text;
pub mod body_text;
pub mod bulk_text;
pub mod buttons;
pub mod code_expiration;
pub mod content;
pub mod fields_elsewhere;
pub mod footer_text;
pub mod header;
pub mod otp_type;
pub mod package_name;
pub mod security_recommendation;
mod shared;
pub mod signature_hash;
pub mod supported_apps;
pub mod unexpected_part;
pub mod zero_tap_terms;
