//! How a report is written for people and machines: one file per format.

mod checkstyle;
mod concise;
mod fingerprints;
mod github;
mod gitlab;
mod guard;
mod human;
mod json;
mod junit;
mod markdown;
mod matrix;
mod paths;
pub(crate) mod safe_json;
mod sarif;
mod summary;
mod words;
mod xml;

pub use checkstyle::write_checkstyle;
pub use concise::write_concise;
pub use fingerprints::fingerprints;
pub use github::write_github;
pub use gitlab::write_gitlab;
pub use guard::guard;
pub use human::Human;
pub use json::write_json;
pub(crate) use json::{FindingEntry, finding_entries};
pub use junit::write_junit;
pub use markdown::write_markdown;
pub use matrix::{write_matrix, write_matrix_json, write_matrix_markdown};
pub use paths::Paths;
pub(crate) use safe_json::one_line;
pub use sarif::write_sarif;
pub use summary::Summary;
