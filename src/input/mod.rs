//! Which files are read, and what their bytes are.

mod source;
mod walk;

pub use source::{Source, Trouble};
pub use walk::{Found, read_file, read_stdin, walk};
