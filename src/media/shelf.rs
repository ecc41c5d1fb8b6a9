//! The media files of a run: each is looked at once, however many templates name it.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use super::reader::{HEAD, Reader, TAIL};
use super::{Inspection, Located, MediaFiles, Obstacle, inspect};

/// A file that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its real path and size.
    pub file: Located,
    /// What its headers say.
    pub inspection: Inspection,
}

type Look = Result<Arc<Item>, Obstacle>;

/// What was looked at so far. Threads that ask for the same file wait for one another.
#[derive(Debug, Default)]
pub struct Shelf<'f> {
    files: Option<&'f dyn MediaFiles>,
    /// By the template's folder and what it says.
    located: Mutex<HashMap<(PathBuf, String), Result<Located, Obstacle>>>,
    items: Mutex<HashMap<PathBuf, Arc<OnceLock<Look>>>>,
    /// How many suggestions each file with templates was given.
    suggested: Mutex<HashMap<String, usize>>,
}

/// Folders are looked through for so many missing files of one file with templates.
const SUGGESTIONS: usize = 16;

impl<'f> Shelf<'f> {
    /// An empty one. Without files, nothing is ever found and nothing missed.
    pub fn new(files: Option<&'f dyn MediaFiles>) -> Self {
        Self { files, ..Self::default() }
    }

    /// The files themselves.
    pub fn files(&self) -> Option<&'f dyn MediaFiles> {
        self.files
    }

    /// The file that a template calls `media`; nothing where there are no files to look at.
    pub fn look(&self, template: &str, media: &str) -> Option<Look> {
        let files = self.files?;
        let folder = Path::new(template).parent().unwrap_or(Path::new("")).to_path_buf();
        let known = lock(&self.located).get(&(folder.clone(), media.to_owned())).cloned();
        let located = known.unwrap_or_else(|| {
            let located = files.locate(template, media);
            lock(&self.located).insert((folder, media.to_owned()), located.clone());
            located
        });
        Some(located.and_then(|file| self.item(files, file)))
    }

    fn item(&self, files: &dyn MediaFiles, file: Located) -> Look {
        let cell = Arc::clone(lock(&self.items).entry(file.path.clone()).or_default());
        cell.get_or_init(|| {
            let looked = files.open(&file).and_then(|mut source| inspect(&mut *source, file.size));
            let inspection = looked.map_err(|error| Obstacle::Unreadable(error.to_string()))?;
            Ok(Arc::new(Item { file, inspection }))
        })
        .clone()
    }

    /// The path that was probably meant by one that leads nowhere; not for more of them than a person would read.
    pub fn nearest(&self, template: &str, media: &str) -> Option<String> {
        let files = self.files?;
        {
            // One thread works through a file, so the same ones are always the first.
            let mut suggested = lock(&self.suggested);
            let count = suggested.entry(template.to_owned()).or_default();
            *count += 1;
            if *count > SUGGESTIONS {
                return None;
            }
        }
        files.nearest(template, media)
    }

    /// A number that files of the same content share: made of their size, their beginning and their end.
    pub fn digest(&self, file: &Located) -> Option<u64> {
        let mut source = self.files?.open(file).ok()?;
        let mut reader = Reader::new(&mut *source, file.size);
        let mut hasher = DefaultHasher::new();
        hasher.write_u64(file.size);
        hasher.write(&reader.bytes(0, HEAD));
        hasher.write(&reader.tail(HEAD, TAIL));
        reader.failure().is_none().then(|| hasher.finish())
    }
}

/// A thread that panicked while it held the map left it whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
