//! The media reader and the rules about media, over any bytes.

use std::io::{self, Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walint::media::{CAP, Located, MediaFiles, Obstacle, ReadSeek, inspect};
use walint::{Settings, Source, check};

const TEMPLATE: &str = "name: a\ncategory: MARKETING\nvariants:\n  en:\n    header: {format: IMAGE, media: a}\n    body: b\n  es:\n    \
                        header: {format: VIDEO, media: a}\n    body: b\n  it:\n    header: {format: DOCUMENT, media: a}\n    body: b\n";

/// Never panics, never reads beyond the cap, and says something that can be shown.
pub fn run(bytes: &[u8]) {
    let size = bytes.len() as u64;
    let mut counting = Counting { source: Cursor::new(bytes), read: 0 };
    let inspection = inspect(&mut counting, size).expect("memory can be read");
    assert!(counting.read <= CAP, "{} bytes were read", counting.read);
    assert_eq!(inspection.size, size);
    let files = Arc::new(Memory(bytes.into()));
    let settings = Settings { media: Some(files), ..Settings::default() };
    let report = check(vec![Source::new("a.yaml", TEMPLATE.into())], &settings);
    assert!(report.failures.is_empty(), "{:?}", report.failures);
}

struct Counting<'b> {
    source: Cursor<&'b [u8]>,
    read: u64,
}

impl Read for Counting<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(buffer)?;
        self.read += count as u64;
        Ok(count)
    }
}

impl Seek for Counting<'_> {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.source.seek(to)
    }
}

/// A disk with one file.
#[derive(Debug)]
struct Memory(Arc<[u8]>);

impl MediaFiles for Memory {
    fn locate(&self, _: &str, media: &str) -> Result<Located, Obstacle> {
        Ok(Located { path: media.into(), size: self.0.len() as u64 })
    }

    fn nearest(&self, _: &str, _: &str) -> Option<String> {
        None
    }

    fn open(&self, _: &Located) -> io::Result<Box<dyn ReadSeek>> {
        Ok(Box::new(Cursor::new(Arc::clone(&self.0))))
    }

    fn folder(&self, _: &str) -> Option<PathBuf> {
        None
    }

    fn list(&self, _: &Path) -> Vec<PathBuf> {
        Vec::new()
    }
}
