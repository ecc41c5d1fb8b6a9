//! How a report is written for people and machines: one file per format.

mod human;
mod json;
mod summary;

pub use human::Human;
pub use json::write_json;
pub use summary::Summary;
