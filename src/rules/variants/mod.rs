//! What differs between the languages of a template.

pub mod button_count;
pub mod button_order;
pub mod button_type;
pub mod card_count;
pub mod category;
pub mod component;
pub mod currency;
pub mod emoji;
pub mod fallback_hole;
pub mod formatting;
pub mod header_format;
pub mod language_missing;
pub mod length;
pub mod line_structure;
pub mod link_domain;
pub mod link_missing;
pub mod link_path;
pub mod numbers;
pub mod parameter_format;
pub mod phone_number;
mod shared;
pub mod ttl;
pub mod untranslated;
pub mod variables;
