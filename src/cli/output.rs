//! Writes a whole file or none.

use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Exit;

/// Why there is no file, and what the run ends with.
#[derive(Debug)]
pub struct Failure {
    /// A sentence without its full stop.
    pub message: String,
    /// Whether the command line is to blame or the disk.
    pub exit: Exit,
}

/// Puts `bytes` in place of what the file holds. A link stays a link; who reads the file meanwhile sees the old one.
///
/// # Errors
/// When there is no such folder, the path is not that of a file, or the disk refuses.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write_file_if(path, bytes, || None)
}

/// The same, if nothing speaks against it at the last moment: bringing bytes to the disk can take long.
///
/// # Errors
/// As above, and what speaks against it.
pub fn write_file_if(path: &Path, bytes: &[u8], objection: impl Fn() -> Option<String>) -> Result<(), Failure> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    };
    let wrong = |reason: &str| Failure { message: told(path, reason), exit: Exit::Usage };
    if !folder.is_dir() {
        return Err(wrong("there is no such folder"));
    }
    let permissions = match target.metadata() {
        Ok(known) if known.is_dir() => return Err(wrong("it is a folder")),
        Ok(known) if !known.is_file() => return Err(wrong("it is not a regular file")),
        Ok(known) => Some(known.permissions()),
        Err(_) => None,
    };
    replace(&target, &folder, permissions, bytes, objection)
        .map_err(|error| Failure { message: told(path, &error.to_string()), exit: Exit::Unchecked })
}

fn told(path: &Path, reason: &str) -> String {
    format!("{} could not be written: {reason}", path.display())
}

fn replace(
    target: &Path,
    folder: &Path,
    permissions: Option<Permissions>,
    bytes: &[u8],
    objection: impl Fn() -> Option<String>,
) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".walint-");
    if let Some(usual) = usual_permissions() {
        builder.permissions(usual);
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    if let Some(reason) = objection() {
        return Err(io::Error::other(reason));
    }
    file.persist(target)?;
    Ok(())
}

/// What a new file has, less what the user's mask takes away. A temporary file would be for its owner alone.
#[cfg(unix)]
fn usual_permissions() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn usual_permissions() -> Option<Permissions> {
    None
}
