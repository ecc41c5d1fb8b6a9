//! Text that arrives looking other than its author meant.

mod shared;
mod shared_full_width;
mod shared_left_over;
mod shared_lines;
mod shared_lone;
mod shared_mark;
mod shared_mask;
mod shared_masked_numbers;
mod shared_samples;

pub mod accidental_list;
pub mod code_language_tag;
pub mod edge_space;
pub mod emoji_boundary;
pub mod escape;
pub mod full_width;
pub mod glued;
pub mod html;
pub mod html_entity;
pub mod list_marker;
pub mod list_spacing;
pub mod markdown_bold;
pub mod markdown_heading;
pub mod markdown_link;
pub mod markdown_strike;
pub mod markdown_table;
pub mod masked_number;
pub mod multiline;
pub mod nested_list;
pub mod quote_spacing;
pub mod rule_line;
pub mod unbalanced;
pub mod value_breaks;
pub mod variable_edge;

pub(super) use shared::Slip;
