//! How a report is written for people and machines: one file per format.

mod human;
mod json;
mod matrix;
mod summary;

pub use human::Human;
pub use json::write_json;
pub use matrix::{write_matrix, write_matrix_json, write_matrix_markdown};
pub use summary::Summary;
