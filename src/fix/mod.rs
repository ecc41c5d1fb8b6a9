//! Putting things right: writing a new text the way the old one is written.

mod encode;

pub use encode::{double_quoted, encode};
