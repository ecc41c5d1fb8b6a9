//! Templates by the line: a line of JSON in, an answer of one line out, each line by itself.

mod answer;
mod lines;
mod row;

pub use answer::{Stream, Verdict};
pub use lines::{Line, Splitter};
