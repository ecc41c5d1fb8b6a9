//! The body: the text every message has.

pub mod length;
