//! Which files a fix may be written to.

use std::fs;
use std::path::{Component, Path, PathBuf};

/// The folder that the files of a project are in.
#[derive(Debug)]
pub struct Project {
    /// Where the program was started.
    here: PathBuf,
    /// The nearest folder at or above it that holds a repository or a configuration; else the folder itself.
    root: PathBuf,
}

impl Project {
    /// The project of the folder the program was started in.
    pub fn here() -> Self {
        let here = std::env::current_dir().and_then(fs::canonicalize).unwrap_or_else(|_| PathBuf::from("."));
        let is_root = |folder: &&Path| [".git", crate::config::FILE_NAME].iter().any(|name| folder.join(name).exists());
        let root = here.ancestors().find(is_root).unwrap_or(&here).to_path_buf();
        Self { here, root }
    }

    /// Why the file is not written to, if it is not: a link can lead anywhere, and who made it is not known. A file
    /// that was named outside of the project is meant, as long as no link leads to yet another folder.
    pub fn refuses(&self, path: &Path) -> Option<String> {
        let target = match fs::canonicalize(path) {
            Ok(target) => target,
            Err(error) => return Some(error.to_string()),
        };
        let written_outside = !lexical(&self.here.join(path)).starts_with(&self.root);
        let folder = path.parent().filter(|_| written_outside).and_then(|folder| fs::canonicalize(folder).ok());
        let inside = target.starts_with(&self.root) || folder.is_some_and(|folder| target.starts_with(folder));
        if !inside {
            return Some("it is a link that leads out of the project".to_owned());
        }
        let read_only = fs::metadata(&target).is_ok_and(|known| known.permissions().readonly());
        read_only.then(|| "it is read-only".to_owned())
    }
}

/// Whether the file still holds these bytes.
pub fn is_unchanged(path: &Path, bytes: &[u8]) -> bool {
    // The size first: what grew without end is not read.
    let same_size = fs::metadata(path).is_ok_and(|known| known.is_file() && known.len() == bytes.len() as u64);
    same_size && fs::read(path).is_ok_and(|now| now == bytes)
}

/// The path without `.` and `..`, links not followed.
fn lexical(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_saved_meanwhile_is_told_from_one_that_was_not() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("a.yaml");
        fs::write(&path, "name: a\n").unwrap();
        assert!(is_unchanged(&path, b"name: a\n"));
        // Of the same size, and gone.
        assert!(!is_unchanged(&path, b"name: b\n"));
        fs::remove_file(&path).unwrap();
        assert!(!is_unchanged(&path, b"name: a\n"));
    }

    #[test]
    fn paths_are_made_plain_without_a_look_at_the_disk() {
        assert_eq!(lexical(Path::new("/a/./b/../c.yaml")), Path::new("/a/c.yaml"));
        assert_eq!(lexical(Path::new("/../c.yaml")), Path::new("/c.yaml"));
    }
}
