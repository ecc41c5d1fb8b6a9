//! The pictures that template files name, as far as they lie in the project.

use std::io::Read;

use crate::input::DiskMedia;
use crate::media::MediaFiles;
use crate::preview::Pictures;

/// Pictures from the disk: the files that `check` looks at too.
pub struct LocalPictures;

impl Pictures for LocalPictures {
    fn read(&self, template: &str, media: &str, limit: u64) -> Option<Vec<u8>> {
        let located = DiskMedia.locate(template, media).ok().filter(|file| file.size <= limit)?;
        let mut bytes = Vec::new();
        DiskMedia.open(&located).ok()?.take(limit.saturating_add(1)).read_to_end(&mut bytes).ok()?;
        (bytes.len() as u64 <= limit).then_some(bytes)
    }
}
