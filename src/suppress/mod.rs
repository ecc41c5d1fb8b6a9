//! What is not told, or told more softly: levels of the configuration, comments in the file, a baseline.

mod levels;

pub use levels::levels;
