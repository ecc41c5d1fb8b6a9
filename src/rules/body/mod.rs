//! The body: the text every message has.

mod shared;

pub mod blank_runs;
pub mod contested_length;
pub mod emoji_count;
pub mod empty;
pub mod length;
pub mod missing;
pub mod newline_runs;
pub mod rendered_length;
pub mod trailing_blanks;
