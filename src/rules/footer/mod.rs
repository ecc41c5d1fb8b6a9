//! The footer: a short grey line below the body.

pub mod emoji;
pub mod empty;
pub mod formatting;
pub mod length;
pub mod newline;
pub mod variables;
