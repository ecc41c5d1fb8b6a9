//! `{{1}}` and `{{name}}`: how variables are written, where they stand, and their samples.

mod shared;
mod shared_samples;

pub mod adjacent;
pub mod braces;
pub mod edge;
pub mod example_blanks;
pub mod example_count;
pub mod example_empty;
pub mod example_format;
pub mod example_missing;
pub mod example_shape;
pub mod example_unused;
pub mod format;
pub mod mixed;
pub mod name_length;
pub mod name_pattern;
pub mod only;
pub mod order;
pub mod padded;
pub mod repeated_name;
pub mod sequence;
pub mod surface;
pub mod word_ratio;
