//! The comments in template files that silence findings.

pub mod malformed;
pub mod reason_missing;
pub mod unknown_rule;
pub mod unused;
