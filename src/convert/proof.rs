//! Nothing is handed out that would not be read again as what it says.

use crate::finding::FileId;
use crate::input::Source;
use crate::rules::File;

use super::read::read;
use super::value::{Kind, Node};

/// Whether the bytes of a file are read as these templates, value for value.
pub fn reads_back(name: &str, bytes: &[u8], templates: &[Node]) -> bool {
    let file = File::read(FileId::default(), Source::new(name, bytes.to_vec()), true);
    let Ok(written) = read(&file) else { return false };
    written.len() == templates.len() && written.iter().zip(templates).all(|(written, node)| written.node == *node)
}

/// Several requests in one file, one alone as it is posted.
pub fn in_one(mut requests: Vec<Node>) -> Option<Node> {
    if requests.len() > 1 { Some(Kind::List(requests).into()) } else { requests.pop() }
}
