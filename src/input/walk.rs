//! Finding the files of a run and reading them, within limits.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use ignore::WalkBuilder;

use super::{Source, Trouble};
use crate::config;

/// A file of the run that is still to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// How findings call it: as it was given, with `/` between folders.
    pub name: String,
    /// Whether the user named it, so that it has to be a template file.
    pub named: bool,
    /// Why it can not be read, if that is known already.
    pub trouble: Option<String>,
}

/// The files that the given paths stand for, each once: named files first come, folders walked in the order of
/// their names. Hidden files and what `.gitignore` names are left out, and links are not followed.
pub fn walk(paths: &[PathBuf]) -> Vec<Found> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            found.extend(folder(path));
        } else {
            found.push(Found { path: path.clone(), name: name(path), named: true, trouble: None });
        }
    }
    // By their paths: two names may look the same once they can be printed.
    let mut seen = HashSet::new();
    found.retain(|file| seen.insert(plain(&file.path)));
    found
}

fn folder(path: &Path) -> Vec<Found> {
    let walker = WalkBuilder::new(path).follow_links(false).sort_by_file_path(Path::cmp).build();
    walker
        .filter_map(|entry| match entry {
            Ok(entry) => {
                let is_dir = entry.file_type().is_some_and(|kind| kind.is_dir());
                (!is_dir && may_hold_templates(entry.path())).then(|| Found {
                    name: name(entry.path()),
                    path: entry.into_path(),
                    named: false,
                    trouble: None,
                })
            }
            Err(error) => Some(Found {
                path: path.to_path_buf(),
                name: error_path(&error).map_or_else(|| name(path), |path| name(&path)),
                named: true,
                trouble: Some(error.io_error().map_or_else(|| error.to_string(), describe)),
            }),
        })
        .collect()
}

/// Whether a file of a folder is looked into: it has the name of a YAML or JSON file, and is no configuration.
pub fn may_hold_templates(path: &Path) -> bool {
    let is_configuration = path.file_name().is_some_and(|name| name == config::FILE_NAME);
    let extension = path.extension().and_then(|extension| extension.to_str());
    !is_configuration
        && extension
            .is_some_and(|extension| ["yaml", "yml", "json"].iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

fn error_path(error: &ignore::Error) -> Option<PathBuf> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path.clone()),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => error_path(err),
        _ => None,
    }
}

/// The path without the steps that lead nowhere, as in `./a//b`.
fn plain(path: &Path) -> PathBuf {
    path.components().filter(|step| *step != Component::CurDir).collect()
}

/// How findings call a file: its path as it was given, with `/` between folders.
pub fn name(path: &Path) -> String {
    let name = path.to_string_lossy();
    // Elsewhere a backslash is a letter like any other.
    let name = if cfg!(windows) { name.replace('\\', "/") } else { name.into_owned() };
    name.strip_prefix("./").map_or_else(|| name.clone(), str::to_owned)
}

/// Reads a file, never more than `limit` bytes of it, and only if it is a regular file.
pub fn read_file(found: &Found, limit: u64) -> Source {
    let trouble = match &found.trouble {
        Some(trouble) => Trouble::Unreadable(trouble.clone()),
        None => match read(&found.path, limit) {
            Ok(bytes) => return Source::new(&*found.name, bytes),
            Err(trouble) => trouble,
        },
    };
    Source::with_trouble(&*found.name, trouble)
}

/// Reads standard input, never more than `limit` bytes of it.
pub fn read_stdin(name: &str, limit: u64) -> Source {
    match read_limited(io::stdin().lock(), limit) {
        Ok(bytes) => Source::new(name, bytes),
        Err(trouble) => Source::with_trouble(name, trouble),
    }
}

fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Trouble> {
    let unreadable = |error: io::Error| Trouble::Unreadable(describe(&error));
    // Asked of the path first: opening a pipe would wait for a writer.
    let metadata = path.metadata().map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(Trouble::Unreadable("it is not a regular file".to_owned()));
    }
    if metadata.len() > limit {
        return Err(Trouble::TooLarge { size: metadata.len(), limit });
    }
    read_limited(File::open(path).map_err(unreadable)?, limit)
}

fn read_limited(reader: impl Read, limit: u64) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::new();
    reader
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| Trouble::Unreadable(describe(&error)))?;
    let size = bytes.len() as u64;
    if size > limit { Err(Trouble::TooLarge { size, limit }) } else { Ok(bytes) }
}

pub(super) fn describe(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "there is no permission to read it".to_owned(),
        _ => error.to_string(),
    }
}
