//! Which files are read, and what their bytes are.

mod configs;
mod media;
mod source;
mod walk;

pub use configs::DiskConfigs;
pub use media::DiskMedia;
pub use source::{Source, Trouble};
pub use walk::{Found, may_hold_templates, name, read_file, read_stdin, walk};
