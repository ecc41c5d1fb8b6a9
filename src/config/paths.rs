//! `paths`: other levels for some files, or for some templates.

use std::path::{Component, Path};
use std::sync::Arc;

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::syntax::NodeId;
use crate::template::Field;
use crate::template::object::Reader;

use super::rules::Levels;
use super::{ConfigError, error};

/// One entry of the section `paths`.
///
/// ```yaml
/// paths:
///   - files: [legacy/, "!legacy/new/**", "*.json"]   # as in a .gitignore, from the folder of walint.yaml
///     templates: [order_shipped]                     # only these
///     rules: {formatting: off}
/// ```
#[derive(Clone, Debug)]
pub struct PathLevels {
    /// As they are written; nothing for all files.
    files: Vec<Arc<str>>,
    matcher: Gitignore,
    templates: Vec<Arc<str>>,
    levels: Levels,
}

impl PartialEq for PathLevels {
    fn eq(&self, other: &Self) -> bool {
        (&self.files, &self.templates, &self.levels) == (&other.files, &other.templates, &other.levels)
    }
}

impl Eq for PathLevels {}

impl PathLevels {
    pub(super) fn read_all(reader: &mut Reader<'_>, field: &Field, errors: &mut Vec<ConfigError>) -> Vec<Self> {
        let items = reader.list(field, "a list of entries, such as `- {files: legacy/, rules: {formatting: off}}`");
        items.unwrap_or_default().into_iter().filter_map(|item| Self::read(reader, item, errors)).collect()
    }

    fn read(reader: &mut Reader<'_>, item: NodeId, errors: &mut Vec<ConfigError>) -> Option<Self> {
        if !reader.is_mapping(item) {
            reader.misfit_type(item, "an entry of `paths`".to_owned(), "a group of keys, `files` and `rules`");
            return None;
        }
        let fields = reader.fields(item, "an entry of `paths`", &["files", "templates", "rules"]);
        let key = reader.first_key(item);
        let mut builder = GitignoreBuilder::new("");
        let files = one_or_more(reader, fields.get("files"), "a file", "a path or pattern, such as `legacy/`");
        let mut patterns = Vec::new();
        for (node, pattern) in files {
            match add(&mut builder, &pattern) {
                Ok(()) => patterns.push(pattern),
                Err(reason) => {
                    errors.push(error(reader.tree.span(node), format!("this pattern matches no file: {reason}")));
                }
            }
        }
        let templates = one_or_more(reader, fields.get("templates"), "a template", "the name of a template");
        let templates: Vec<Arc<str>> = templates.into_iter().map(|(_, name)| name).collect();
        let levels = fields.get("rules").map(|field| Levels::read(reader, field, errors));
        if fields.get("files").is_none() && fields.get("templates").is_none() {
            errors.push(error(key, "this entry of `paths` says neither `files` nor `templates`".to_owned()));
        }
        let Some(levels) = levels else {
            errors.push(error(key, "this entry of `paths` has no `rules`, so it changes nothing".to_owned()));
            return None;
        };
        let matcher = builder.build().map_err(|problem| errors.push(error(key, problem.to_string()))).ok()?;
        Some(Self { files: patterns, matcher, templates, levels })
    }

    /// Whether a file is meant, by its path from the folder of the configuration.
    pub fn covers(&self, path: &str) -> bool {
        // The matcher refuses paths that do not lead downwards.
        let path: std::path::PathBuf =
            Path::new(path).components().filter(|part| matches!(part, Component::Normal(_))).collect();
        self.files.is_empty() || self.matcher.matched_path_or_any_parents(&path, false).is_ignore()
    }

    /// The levels, whichever templates they are for.
    pub fn all_levels(&self) -> &Levels {
        &self.levels
    }

    /// The levels, where the template is meant.
    pub fn levels(&self, template: Option<&str>) -> Option<&Levels> {
        let meant = |name: &str| self.templates.iter().any(|known| &**known == name);
        (self.templates.is_empty() || template.is_some_and(meant)).then_some(&self.levels)
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
fn one_or_more(
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
