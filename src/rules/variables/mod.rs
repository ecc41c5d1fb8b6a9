//! `{{1}}` and `{{name}}`: how variables are written, where they stand, and their samples.

pub mod edge;
