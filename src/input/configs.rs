//! The configurations that another one extends, on the disk: regular files of the repository, and nothing else.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::config::{ConfigFile, ConfigFiles, FILE_NAME};
use crate::text::similar::nearest;

use super::Found;
use super::walk::{describe, read_file};

/// The largest configuration that is read, in bytes.
const SIZE: u64 = 256 * 1024;
/// So many entries of a folder are looked at.
const ENTRIES: usize = 1024;

/// Files of the disk. A configuration is trusted, but not every file is meant for those who read its mistakes: what one
/// extends has to be in its repository, or where there is none, in the folder above it.
#[derive(Debug)]
pub struct DiskConfigs {
    root: PathBuf,
    has_repository: bool,
}

impl DiskConfigs {
    /// The files beside a configuration.
    pub fn beside(path: &Path) -> Self {
        let folder = fs::canonicalize(folder_of(path)).unwrap_or_default();
        let repository = folder.ancestors().find(|above| above.join(".git").exists());
        let root = repository.or(folder.parent()).unwrap_or(&folder).to_path_buf();
        Self { has_repository: repository.is_some(), root }
    }

    /// The configuration at a path, under the name that people know it by.
    pub fn read(path: &Path, name: &str) -> ConfigFile {
        let found = Found { path: path.to_path_buf(), name: name.to_owned(), named: true, trouble: None };
        ConfigFile {
            path: fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf()),
            folder: folder_of(path).to_path_buf(),
            source: read_file(&found, SIZE),
        }
    }
}

impl ConfigFiles for DiskConfigs {
    fn find(&self, from: &ConfigFile, written: &str) -> Result<ConfigFile, String> {
        if let Some(reason) = no_path(written) {
            return Err(reason);
        }
        let path = from.folder.join(written);
        let real = match fs::canonicalize(&path) {
            Ok(real) => real,
            // Whether there is such a file outside is nobody's business.
            Err(_) if !lexical(&from.path, written).starts_with(&self.root) => return Err(self.outside(written)),
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                return Err(format!("`{written}` can not be read: {}", describe(&error)));
            }
            Err(_) => return Err(missing(&path, written)),
        };
        if !real.starts_with(&self.root) {
            return Err(self.outside(written));
        }
        if real.is_dir() {
            let hint =
                if real.join(FILE_NAME).is_file() { format!("; write `{}`", within(written)) } else { String::new() };
            return Err(format!("`{written}` is a folder{hint}"));
        }
        if !real.is_file() {
            return Err(format!("`{written}` is not a regular file"));
        }
        Ok(Self::read(&path, &beside(from.source.path(), written)))
    }
}

impl DiskConfigs {
    fn outside(&self, written: &str) -> String {
        match self.has_repository {
            true => format!("`{written}` leads out of the repository; copy it into the repository"),
            false => format!("`{written}` is neither below nor beside this folder; copy it there"),
        }
    }
}

/// What can be told without a look at the disk.
fn no_path(written: &str) -> Option<String> {
    if written.is_empty() {
        return Some("no file is named here; write such as `../shared/walint.yaml`".to_owned());
    }
    if written.contains("://") {
        return Some("walint reads no addresses; copy the file into the repository, and name it".to_owned());
    }
    let drive =
        written.as_bytes().get(1) == Some(&b':') && written.starts_with(|first: char| first.is_ascii_alphabetic());
    if drive || written.starts_with(['/', '\\', '~']) {
        return Some("write it as seen from the folder of this file, such as `../shared/walint.yaml`".to_owned());
    }
    None
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The path without `.` and `..`, as seen from a file that is there.
fn lexical(from: &Path, written: &str) -> PathBuf {
    let mut plain = from.parent().unwrap_or(Path::new("")).to_path_buf();
    for part in Path::new(written).components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir => drop(plain.pop()),
            other => plain.push(other),
        }
    }
    plain
}

fn missing(path: &Path, written: &str) -> String {
    let entries = fs::read_dir(folder_of(path)).into_iter().flatten().take(ENTRIES).flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    // A folder lists its files in an order of its own.
    names.sort();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match nearest(&name, names.iter().map(String::as_str)) {
        Some(near) => {
            let folder = written.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
            format!("there is no file `{written}`; did you mean `{folder}{near}`?")
        }
        None => format!("there is no file `{written}`"),
    }
}

fn within(folder: &str) -> String {
    format!("{}/{FILE_NAME}", folder.trim_end_matches('/'))
}

/// How people call a file that another one names: `conf/walint.yaml` and `../shared/a.yaml` give `shared/a.yaml`.
fn beside(name: &str, written: &str) -> String {
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(written.split('/')) {
        match part {
            "." => {}
            "" if !parts.is_empty() || !name.starts_with('/') => {}
            ".." if parts.last().is_some_and(|last| !matches!(*last, ".." | "")) => drop(parts.pop()),
            other => parts.push(other),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_called_as_seen_from_where_people_are() {
        for (name, written, wanted) in [
            ("walint.yaml", "shared/a.yaml", "shared/a.yaml"),
            ("walint.yaml", "../shared/a.yaml", "../shared/a.yaml"),
            ("conf/walint.yaml", "../shared/./a.yaml", "shared/a.yaml"),
            ("../walint.yaml", "../a.yaml", "../../a.yaml"),
            ("/team/shop/walint.yaml", "../shared/a.yaml", "/team/shared/a.yaml"),
        ] {
            assert_eq!(beside(name, written), wanted);
        }
    }
}
