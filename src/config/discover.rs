//! Where the configuration is.

use std::path::{Path, PathBuf};

/// The name of the file.
pub const FILE_NAME: &str = "walint.yaml";

/// The nearest configuration at or above a folder, up to the root of the repository it is in.
pub fn discover(folder: &Path) -> Option<PathBuf> {
    for folder in folder.ancestors() {
        let file = folder.join(FILE_NAME);
        if file.is_file() {
            return Some(file);
        }
        if folder.join(".git").exists() {
            return None;
        }
    }
    None
}
