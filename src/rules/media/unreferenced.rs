//! A file beside the templates that no template names.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use super::shared;
use crate::finding::Place;
use crate::policy::media::by_extension;
use crate::rules::prelude::*;

/// `media/unreferenced`
pub struct Unreferenced;

impl Rule for Unreferenced {
    fn run(&self, files: Files<'_>, cx: &mut Context<'_>) {
        let Some(disk) = cx.shelf().files().filter(|_| cx.config().media.unreferenced) else { return };
        let named: HashSet<PathBuf> =
            shared::named(files, cx.shelf()).map(|named| named.item.file.path.clone()).collect();
        let mut seen = HashSet::new();
        for file in files.iter().filter(|file| file.outline.templates > 0) {
            let Some(folder) = disk.folder(file.source.path()).filter(|folder| seen.insert(folder.clone())) else {
                continue;
            };
            let of_folder = named.iter().filter_map(|path| path.parent()).filter(|other| other.starts_with(&folder));
            let folders: BTreeSet<&Path> = of_folder.chain([&*folder]).collect();
            let beside = folders
                .iter()
                .filter(|of| ***of == *folder || seen.insert(of.to_path_buf()))
                .flat_map(|of| disk.list(of));
            for path in beside.collect::<Vec<_>>().iter().filter(|path| is_media(path) && !named.contains(*path)) {
                let name = path.strip_prefix(&folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
                let Some(template) = file.content().templates.first() else { continue };
                let place = Place { file: file.id, span: template.key };
                cx.report(place, format!("no template names `{name}`"))
                    .help("name it in a template with `media`, or delete it");
            }
        }
    }
}

/// Whether the name is that of a picture, video or document. Texts lie beside templates for many reasons.
fn is_media(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    by_extension(ending).is_some_and(|known| !known.mime.starts_with("text/") && known.mime != "application/zip")
}
