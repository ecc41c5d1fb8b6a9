//! The pictures that template files name, as far as they lie beside them.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::preview::Pictures;

/// Pictures from the disk: regular files in the folder of the template or below it.
pub struct LocalPictures;

impl Pictures for LocalPictures {
    fn read(&self, template: &str, media: &str, limit: u64) -> Option<Vec<u8>> {
        let path = inside(Path::new(template).parent()?, Path::new(media))?;
        let metadata = path.metadata().ok()?;
        if !metadata.is_file() || metadata.len() > limit {
            return None;
        }
        let mut bytes = Vec::new();
        File::open(path).ok()?.take(limit.saturating_add(1)).read_to_end(&mut bytes).ok()?;
        (bytes.len() as u64 <= limit).then_some(bytes)
    }
}

/// The real path of a file, unless it leads out of the folder: by `..`, from the root, or over a link.
fn inside(folder: &Path, media: &Path) -> Option<PathBuf> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let folder = fs::canonicalize(folder).ok()?;
    let path = fs::canonicalize(folder.join(media)).ok()?;
    path.starts_with(&folder).then_some(path)
}
