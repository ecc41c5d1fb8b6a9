//! What is not told, or told more softly: levels of the configuration, comments in the file, a baseline.

mod baseline;
mod comments;
mod directive;
mod levels;
mod removal;
mod scope;

pub use baseline::Baseline;
pub use comments::{Asked, Ignore, Named, judge, read, silence};
pub use directive::{Slip, is_directive};
pub use levels::{Judge, apply};
pub use removal::{without_comment, without_name};
