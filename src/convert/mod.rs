//! From the authoring form to the requests that the Graph API takes, and back, without loss.
//!
//! Everything goes through one [`Node`]: a value with its comments. `expand` and
//! `shorten` are the two directions of one table; nothing is shortened that would not expand to
//! the same again, so keys and shapes nobody knows are carried along as they are.

mod authoring;
mod component;
mod example;
mod graph;
mod json;
mod normal;
mod proof;
mod read;
mod refusal;
mod scalar;
mod typing;
mod value;
mod yaml;

pub use authoring::to_authoring;
pub use graph::{for_submission, to_graph};
pub use json::write_json;
pub use proof::{in_one, reads_back};
pub use read::{Written, read};
pub use refusal::Refusal;
pub use value::{Kind, Node, Notes};
pub use yaml::write_yaml;
