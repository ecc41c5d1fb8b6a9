//! Which files and templates an entry of the configuration is about.

use std::path::PathBuf;
use std::sync::Arc;

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::syntax::NodeId;
use crate::template::object::Reader;
use crate::template::{Field, Fields};

use super::place::Here;
use super::{ConfigError, Root, error};

/// The keys `files` and `templates` of an entry.
///
/// ```yaml
/// files: [legacy/, "!legacy/new/**", "*.json"]   # as in a .gitignore, from the folder of the file that says so
/// templates: [order_shipped]                     # only these
/// ```
#[derive(Clone, Debug)]
pub struct Scope {
    /// Where the patterns start.
    folder: PathBuf,
    /// As they are written; nothing for all files.
    files: Vec<Arc<str>>,
    matcher: Gitignore,
    templates: Vec<Arc<str>>,
}

impl PartialEq for Scope {
    fn eq(&self, other: &Self) -> bool {
        (&self.folder, &self.files, &self.templates) == (&other.folder, &other.files, &other.templates)
    }
}

impl Eq for Scope {}

impl Scope {
    /// Reads the two keys; nothing where the patterns can not be followed.
    pub(super) fn read(
        reader: &mut Reader<'_>,
        fields: &Fields,
        here: &Here<'_>,
        errors: &mut Vec<ConfigError>,
    ) -> Option<Self> {
        let mut builder = GitignoreBuilder::new("");
        let written = one_or_more(reader, fields.get("files"), "a file", "a path or pattern, such as `legacy/`");
        let mut files = Vec::new();
        for (node, pattern) in written {
            match add(&mut builder, &pattern) {
                Ok(()) => files.push(pattern),
                Err(reason) => {
                    errors.push(error(reader.tree.span(node), format!("this pattern matches no file: {reason}")));
                }
            }
        }
        let templates = one_or_more(reader, fields.get("templates"), "a template", "the name of a template");
        let templates = templates.into_iter().map(|(_, name)| name).collect();
        let whole = fields.get("files").map(|field| field.key).unwrap_or_default();
        let matcher = builder.build().map_err(|problem| errors.push(error(whole, problem.to_string()))).ok()?;
        Some(Self { folder: here.folder.to_path_buf(), files, matcher, templates })
    }

    /// Whether a file of the run is meant.
    pub fn covers(&self, root: &Root, path: &str) -> bool {
        self.files.is_empty()
            || self.matcher.matched_path_or_any_parents(root.seen_from(&self.folder, path), false).is_ignore()
    }

    /// Whether a template is meant.
    pub fn covers_template(&self, name: Option<&str>) -> bool {
        self.templates.is_empty() || name.is_some_and(|name| self.templates.iter().any(|known| &**known == name))
    }

    /// The patterns, as they are written; nothing for all files.
    pub fn files(&self) -> &[Arc<str>] {
        &self.files
    }

    /// The templates; nothing for all of them.
    pub fn templates(&self) -> &[Arc<str>] {
        &self.templates
    }
}

fn add(builder: &mut GitignoreBuilder, pattern: &str) -> Result<(), String> {
    let negated = pattern.trim_start_matches('!');
    if negated.trim().is_empty() {
        return Err("it is empty".to_owned());
    }
    if pattern.starts_with('#') {
        return Err("it begins with `#`; write `\\#` for a file of such a name".to_owned());
    }
    let relative = pattern.strip_prefix("./").unwrap_or(pattern);
    builder.add_line(None, relative).map(drop).map_err(|problem| match problem {
        ignore::Error::Glob { err, .. } => err,
        other => other.to_string(),
    })
}

/// The texts of a list, or a single text, with their nodes.
pub(super) fn one_or_more(
    reader: &mut Reader<'_>,
    field: Option<&Field>,
    what: &str,
    expected: &'static str,
) -> Vec<(NodeId, Arc<str>)> {
    let Some(field) = field else { return Vec::new() };
    let items = match (reader.tree.items(field.value), reader.tree.is_absent(field.value)) {
        (Some(items), _) if !items.is_empty() => items.to_vec(),
        (None, false) => vec![field.value],
        _ => {
            reader.wrong_type(field, expected);
            return Vec::new();
        }
    };
    let mut texts = Vec::new();
    for item in items {
        match reader.scalar(item) {
            Some(leaf) => texts.push((item, leaf.value)),
            None => reader.misfit_type(item, what.to_owned(), expected),
        }
    }
    texts
}
