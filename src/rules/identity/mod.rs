//! What a template is called, what it is for, and which languages it has.

pub mod category;
pub mod category_missing;
pub mod dead_field;
pub mod duplicate;
pub mod enum_case;
pub mod language;
pub mod language_missing;
pub mod library;
pub mod library_inputs;
pub mod name_length;
pub mod name_missing;
pub mod name_pattern;
pub mod parameter_format;
pub mod send_type;
pub(in crate::rules) mod shared;
mod shared_values;
pub mod status;
pub mod sub_category;
pub mod tap_target;
pub mod template_count;
pub mod ttl;
pub mod variants_missing;
