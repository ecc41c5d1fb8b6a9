//! The files that examples and tables name: those of `tests/media/`, some of them larger than they are.

use std::io::{self, Cursor, Read, Seek};
use std::path::{Path, PathBuf};

use walint::input::DiskMedia;
use walint::media::{Located, MediaFiles, Obstacle, ReadSeek};

/// A template of this path names files of `tests/media/`.
pub const TEMPLATE: &str = "tests/media/example";

/// The files of `tests/media/`. `banner@6MB.jpg` is `banner.jpg` with zeros in it that make it 6 MB and one byte large
/// (5 MB: as much as it may have), and of a folder only `spare.jpg` is listed.
#[derive(Debug)]
pub struct Fixtures;

const MEGABYTE: u64 = 1_048_576;

/// The path without its size, and the size.
fn grown(path: &str) -> Option<(String, u64)> {
    let (before, rest) = path.split_once('@')?;
    let (size, ending) = rest.split_once("MB")?;
    let size: u64 = size.parse().ok()?;
    Some((format!("{before}{ending}"), size * MEGABYTE + u64::from(size != 5)))
}

impl MediaFiles for Fixtures {
    fn locate(&self, template: &str, media: &str) -> Result<Located, Obstacle> {
        let Some((plain, size)) = grown(media) else { return DiskMedia.locate(template, media) };
        let file = DiskMedia.locate(template, &plain)?;
        Ok(Located { path: file.path.with_file_name(media), size })
    }

    fn nearest(&self, template: &str, media: &str) -> Option<String> {
        DiskMedia.nearest(template, media)
    }

    fn open(&self, file: &Located) -> io::Result<Box<dyn ReadSeek>> {
        let name = file.path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let Some((plain, size)) = grown(name) else { return DiskMedia.open(file) };
        let mut bytes = std::fs::read(file.path.with_file_name(plain))?;
        let end = bytes.split_off(bytes.len() - 16);
        bytes.resize(usize::try_from(size).unwrap_or(usize::MAX) - end.len(), 0);
        bytes.extend(end);
        Ok(Box::new(Cursor::new(bytes)))
    }

    fn folder(&self, template: &str) -> Option<PathBuf> {
        DiskMedia.folder(template)
    }

    fn list(&self, folder: &Path) -> Vec<PathBuf> {
        DiskMedia.list(folder).into_iter().filter(|path| path.ends_with("spare.jpg")).collect()
    }
}

/// Counts what is read.
#[allow(dead_code)] // Not every test counts.
pub struct Counting<R>(pub R, pub u64);

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.0.read(buffer)?;
        self.1 += count as u64;
        Ok(count)
    }
}

impl<R: Seek> Seek for Counting<R> {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}
