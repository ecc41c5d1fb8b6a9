//! What a template is called, what it is for, and which languages it has.

pub mod category;
pub mod category_missing;
pub mod dead_field;
pub mod duplicate;
pub mod enum_case;
pub mod language;
pub mod language_missing;
pub mod name_length;
pub mod name_missing;
pub mod name_pattern;
pub mod parameter_format;
mod shared;
pub mod ttl;
pub mod variants_missing;
