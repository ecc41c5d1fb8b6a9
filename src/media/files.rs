//! Where media files come from. The library itself does not touch the disk.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::ReadSeek;

/// Files that templates name.
pub trait MediaFiles: fmt::Debug + Send + Sync {
    /// The file that a template calls `media`.
    ///
    /// # Errors
    /// Why there is no such file to read.
    fn locate(&self, template: &str, media: &str) -> Result<Located, Obstacle>;

    /// The path of a file that is there, and was probably meant by one that is not.
    fn nearest(&self, template: &str, media: &str) -> Option<String>;

    /// Opens a file that was located before.
    ///
    /// # Errors
    /// What the disk says.
    fn open(&self, file: &Located) -> io::Result<Box<dyn ReadSeek>>;

    /// The folder of a template, by its real path.
    fn folder(&self, template: &str) -> Option<PathBuf>;

    /// The regular files of a folder, by their real paths, sorted.
    fn list(&self, folder: &Path) -> Vec<PathBuf>;
}

/// A regular file within the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// Its real path: the same file under two paths is one.
    pub path: PathBuf,
    /// How many bytes it has.
    pub size: u64,
}

/// Why a file can not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Nothing is written.
    Empty,
    /// A web address.
    Address,
    /// Several files: `*.jpg`.
    Pattern,
    /// A path from the root of a disk.
    Absolute,
    /// It leads out of the project.
    Outside,
    /// There is no such file.
    Missing,
    /// A folder.
    Folder,
    /// A pipe, a device, a socket.
    Special,
    /// What the disk says.
    Unreadable(String),
}
