//! Which file a converted template goes to.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::convert::{Kind, Node};

use super::args::Target;

/// File names end before this, as some systems want it.
const LONGEST: usize = 200;

/// A converted template and what its file is called in a folder.
pub struct Document {
    /// The template.
    pub node: Node,
    stem: String,
}

impl Document {
    /// All languages of a template.
    pub fn template(node: Node) -> Self {
        Self { stem: stem(&[text(&node, "name")]), node }
    }

    /// One language of a template.
    pub fn request(node: Node) -> Self {
        Self { stem: stem(&[text(&node, "name"), text(&node, "language")]), node }
    }
}

/// The files to write, with what goes into each: one file, or in a folder one for each request or for each name.
pub fn place(output: &Path, target: Target, documents: Vec<Document>) -> Vec<(PathBuf, Vec<Node>)> {
    if !is_folder(output) {
        return vec![(output.to_path_buf(), documents.into_iter().map(|document| document.node).collect())];
    }
    let extension = if target == Target::Graph { "json" } else { "yaml" };
    let mut files: Vec<(String, Vec<Node>)> = Vec::new();
    let mut taken = HashSet::new();
    for Document { node, stem } in documents {
        if target == Target::Authoring
            && let Some((_, nodes)) = files.iter_mut().find(|(name, _)| *name == stem)
        {
            nodes.push(node);
            continue;
        }
        // Some systems take names for the same that differ in case only.
        let mut name = stem.clone();
        let mut again = 1;
        while !taken.insert(name.to_lowercase()) {
            again += 1;
            name = format!("{stem}-{again}");
        }
        files.push((name, vec![node]));
    }
    files.into_iter().map(|(name, nodes)| (output.join(format!("{name}.{extension}")), nodes)).collect()
}

/// A path is a folder where there is one, or where it is not written like a file that walint reads.
fn is_folder(output: &Path) -> bool {
    let extension = output.extension().and_then(|extension| extension.to_str()).unwrap_or("");
    let is_file = ["yaml", "yml", "json"].iter().any(|known| extension.eq_ignore_ascii_case(known));
    output.is_dir()
        || output.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR])
        || !(is_file || output.exists())
}

fn text<'n>(node: &'n Node, key: &str) -> Option<&'n str> {
    let Kind::Map(entries) = &node.kind else { return None };
    entries.iter().find_map(|(name, value)| match &value.kind {
        Kind::Text(text) if name == key => Some(&**text),
        _ => None,
    })
}

/// A file name out of what a stranger may have written: it never leaves its folder.
fn stem(parts: &[Option<&str>]) -> String {
    let written: Vec<&str> = parts.iter().flatten().copied().collect();
    let safe = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.') { c } else { '_' };
    let name: String = written.join(".").chars().take(LONGEST).map(safe).collect();
    let name = name.trim_start_matches(['.', '-']);
    if name.is_empty() { "template".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_leaves_its_folder() {
        assert_eq!(stem(&[Some("order_ready"), Some("pt_BR")]), "order_ready.pt_BR");
        assert_eq!(stem(&[Some("../../etc/x")]), "_.._etc_x");
        assert_eq!(stem(&[Some("C:\\x"), Some("a\u{0}b")]), "C__x.a_b");
        assert_eq!(stem(&[None, None]), "template");
        assert_eq!(stem(&[Some("..")]), "template");
        assert_eq!(stem(&[Some(&"a".repeat(512))]).len(), LONGEST);
    }
}
