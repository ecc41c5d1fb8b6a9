//! From text to a tree of spans. The only place that knows how YAML and JSON are written.

mod parse;
mod pitfall;
mod problem;
mod repair;
mod scalar_map;
mod span;
mod tree;

pub use parse::{Parsed, parse};
pub use pitfall::{Pitfall, PitfallKind};
pub use problem::Problem;
pub use scalar_map::ScalarMap;
pub use span::Span;
pub use tree::{Comment, Node, NodeId, NodeKind, Style, Tree};
