//! The media files that templates name, on the disk: regular files of the project, and nothing else.

use std::fs::{self, File};
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::config;
use crate::media::{Located, MediaFiles, Obstacle, ReadSeek};
use crate::text::similar::nearest;

use super::walk::describe;

/// So many entries of a folder are looked at.
const ENTRIES: usize = 1024;

/// Files of the disk. A path is relative to the folder of its template, and may lead anywhere within the project: the
/// nearest folder above that holds `.git`, else the nearest with a `walint.yaml`, else the template's own.
#[derive(Clone, Copy, Debug, Default)]
pub struct DiskMedia;

impl MediaFiles for DiskMedia {
    fn locate(&self, template: &str, media: &str) -> Result<Located, Obstacle> {
        let media = media.trim();
        if let Some(obstacle) = obstacle(media) {
            return Err(obstacle);
        }
        let folder = self.folder(template).ok_or(Obstacle::Missing)?;
        let root = root(&folder);
        if leads_out(&folder, media, root) {
            return Err(Obstacle::Outside);
        }
        let path = match fs::canonicalize(folder.join(media)) {
            Ok(path) => path,
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                return Err(Obstacle::Unreadable(describe(&error)));
            }
            Err(_) if media.contains(['*', '?', '[', '{']) => return Err(Obstacle::Pattern),
            Err(_) => return Err(Obstacle::Missing),
        };
        if !path.starts_with(root) {
            return Err(Obstacle::Outside);
        }
        // Asked of the path first: opening a pipe would wait for a writer.
        let metadata = path.metadata().map_err(|error| Obstacle::Unreadable(describe(&error)))?;
        match () {
            () if metadata.is_file() => Ok(Located { path, size: metadata.len() }),
            () if metadata.is_dir() => Err(Obstacle::Folder),
            () => Err(Obstacle::Special),
        }
    }

    fn nearest(&self, template: &str, media: &str) -> Option<String> {
        let folder = self.folder(template)?;
        meant(&folder, media.trim(), root(&folder))
    }

    fn open(&self, file: &Located) -> io::Result<Box<dyn ReadSeek>> {
        let opened = File::open(&file.path).map_err(|error| io::Error::new(error.kind(), describe(&error)))?;
        Ok(Box::new(opened))
    }

    fn folder(&self, template: &str) -> Option<PathBuf> {
        let folder = Path::new(template).parent().filter(|folder| !folder.as_os_str().is_empty());
        fs::canonicalize(folder.unwrap_or(Path::new("."))).ok()
    }

    fn list(&self, folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().take(ENTRIES).flatten();
        let files = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
        let mut paths: Vec<PathBuf> = files.map(|entry| entry.path()).collect();
        paths.sort();
        paths
    }
}

/// What can be told without a look at the disk.
fn obstacle(media: &str) -> Option<Obstacle> {
    let scheme = media.split_once(':').map(|(scheme, _)| scheme);
    match scheme {
        _ if media.trim().is_empty() => Some(Obstacle::Empty),
        Some(drive) if drive.len() == 1 && drive.bytes().all(|b| b.is_ascii_alphabetic()) => Some(Obstacle::Absolute),
        Some(scheme)
            if ["http", "https", "ftp", "data", "file"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) =>
        {
            Some(Obstacle::Address)
        }
        _ if media.starts_with(['/', '\\', '~']) => Some(Obstacle::Absolute),
        _ => None,
    }
}

fn root(folder: &Path) -> &Path {
    let marked = |name: &str| folder.ancestors().find(|above| above.join(name).exists());
    marked(".git").or_else(|| marked(config::FILE_NAME)).unwrap_or(folder)
}

/// Whether `..` leads above the root. Told before the disk is asked, so that nobody learns what is there.
fn leads_out(folder: &Path, media: &str, root: &Path) -> bool {
    let mut path = folder.to_path_buf();
    for component in Path::new(media).components() {
        match component {
            Component::ParentDir if !path.pop() || !path.starts_with(root) => return true,
            Component::Normal(name) => path.push(name),
            _ => {}
        }
    }
    false
}

/// The file that was probably meant: of nearly the same name in that folder, or of the same name in a folder below the
/// template's.
fn meant(folder: &Path, media: &str, root: &Path) -> Option<String> {
    let slashes = media.replace('\\', "/");
    let (within, name) = slashes.rsplit_once('/').map_or(("", &*slashes), |(within, name)| (within, name));
    let there = fs::canonicalize(folder.join(within)).ok().filter(|path| path.starts_with(root));
    let prefix = if within.is_empty() { String::new() } else { format!("{within}/") };
    let names = there.map(|there| names(&there, |kind| kind.is_file())).unwrap_or_default();
    let alike = nearest(name, names.iter().map(String::as_str)).or_else(|| of_that_stem(name, &names));
    if let Some(alike) = alike {
        return Some(format!("{prefix}{alike}"));
    }
    if !within.is_empty() && folder.join(name).is_file() {
        return Some(name.to_owned());
    }
    let below = self::names(folder, |kind| kind.is_dir());
    below.iter().find(|below| folder.join(below).join(name).is_file()).map(|below| format!("{below}/{name}"))
}

/// `banner.webp` for `banner.jpg`.
fn of_that_stem<'n>(name: &str, names: &'n [String]) -> Option<&'n str> {
    let stem = Path::new(name).file_stem()?;
    names.iter().map(String::as_str).find(|other| Path::new(other).file_stem() == Some(stem))
}

fn names(folder: &Path, wanted: impl Fn(&fs::FileType) -> bool) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().take(ENTRIES).flatten();
    let found = entries.filter(|entry| entry.file_type().is_ok_and(|kind| wanted(&kind)));
    let mut names: Vec<String> = found.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}
