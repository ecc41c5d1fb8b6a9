//! New files, whole or not at all, and never in place of one that is there.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is new.
    Written,
    /// There is something of that name already, and it was left alone.
    Kept,
}

/// Writes a new file at `path` from the folder `root`, with the folders that lead to it.
///
/// # Errors
/// When the disk refuses, or a link on the way leads out of `root`.
pub fn create(root: &Path, path: &str, bytes: &[u8]) -> io::Result<Outcome> {
    let target = root.join(path);
    if is_there(&target) {
        return Ok(Outcome::Kept);
    }
    let folder = target.parent().unwrap_or(root);
    refuse_leaving(root, folder)?;
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".walint-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Less what the user's mask takes away, as for any new file.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    match file.persist_noclobber(&target) {
        Ok(_) => Ok(Outcome::Written),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(Outcome::Kept),
        Err(error) => Err(error.error),
    }
}

/// Whether anything has that name, be it a link that leads nowhere.
pub fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// The nearest folder that is there has to lie within `root`, wherever links lead.
fn refuse_leaving(root: &Path, folder: &Path) -> io::Result<()> {
    let there = folder.ancestors().find(|folder| is_there(folder)).unwrap_or(root);
    if there.canonicalize()?.starts_with(root.canonicalize()?) {
        return Ok(());
    }
    Err(io::Error::other("a link leads out of this folder"))
}
