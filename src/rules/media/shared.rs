//! What the rules about media files have in common.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::PathBuf;
use std::sync::Arc;

use crate::finding::FileId;
use crate::finding::{Finding, Place};
use crate::media::{Inspection, Item, Kind, Obstacle, Shelf};
use crate::policy::media::{MediaFormat, media_format, media_type};
use crate::rules::header::shared::headers;
use crate::rules::prelude::*;

/// A file that a template names, with all the places where it does so for the same format.
pub(super) struct Use<'t> {
    /// The header's format.
    pub format: Option<HeaderFormat>,
    /// The first place.
    pub leaf: &'t Leaf,
    /// The file, or why there is none.
    pub look: Result<Arc<Item>, Obstacle>,
    component: &'static str,
    language: Option<&'t Leaf>,
    again: Vec<Place>,
}

/// The files that a template names, each once for every format.
pub(super) fn uses<'t>(template: &'t Template, cx: &Context<'_>) -> Vec<Use<'t>> {
    let mut uses: Vec<Use<'t>> = Vec::new();
    let mut known: HashMap<(Option<HeaderFormat>, PathBuf), usize> = HashMap::new();
    for variant in &template.variants {
        for (header, component) in headers(variant) {
            let Some(leaf) = &header.media else { continue };
            let Some(look) = cx.media(leaf) else { continue };
            let path = look.as_ref().map_or_else(|_| PathBuf::from(&*leaf.value), |item| item.file.path.clone());
            match known.entry((header.format, path)) {
                Entry::Occupied(same) => uses[*same.get()].again.push(cx.leaf(leaf)),
                Entry::Vacant(new) => {
                    new.insert(uses.len());
                    let (format, language) = (header.format, variant.language.as_ref());
                    uses.push(Use { format, leaf, look, component, language, again: Vec::new() });
                }
            }
        }
    }
    uses
}

impl Use<'_> {
    /// What the file's headers say.
    pub fn inspection(&self) -> Option<&Inspection> {
        self.look.as_ref().ok().map(|item| &item.inspection)
    }

    /// What its headers say, if the file is of a kind that the header takes. All else is told by the rules about kinds.
    pub fn fitting(&self) -> Option<&Inspection> {
        let format = self.media_format()?;
        self.inspection().filter(|inspection| format.kinds.contains(&inspection.kind))
    }

    /// What the header takes; nothing for a header that needs no file.
    pub fn media_format(&self) -> Option<&'static MediaFormat> {
        media_format(self.format?.name())
    }

    /// The name of the file, without folders.
    pub fn name(&self) -> &str {
        file_name(&self.leaf.value)
    }

    /// Says that something is wrong with the file, once for all places that name it.
    pub fn report<'c>(&self, cx: &'c mut Context<'_>, message: impl Into<String>) -> &'c mut Finding {
        let finding = cx.report(cx.leaf(self.leaf), message).component(self.component);
        // The template as a whole is being looked at, and yet what stands in one language belongs to that.
        finding.language = self.language.filter(|_| self.again.is_empty()).map(|code| code.value.to_string());
        for place in &self.again {
            finding.related(*place, "the same file");
        }
        finding
    }
}

/// A file that some template of the run names.
pub(super) struct Named<'r> {
    /// The template's file.
    pub file: FileId,
    /// The path as it is written.
    pub leaf: &'r Leaf,
    /// The file.
    pub item: Arc<Item>,
}

/// The files that the templates of a run name, in order, as far as they are there.
pub(super) fn named<'r>(files: Files<'r>, shelf: &'r Shelf<'_>) -> impl Iterator<Item = Named<'r>> {
    files.iter().flat_map(move |file| {
        file.outline.media.iter().filter_map(move |leaf| {
            let item = shelf.look(file.source.path(), &leaf.value)?.ok()?;
            Some(Named { file: file.id, leaf, item })
        })
    })
}

/// The last part of a path.
pub(super) fn file_name(path: &str) -> &str {
    path.trim().rsplit(['/', '\\']).next().unwrap_or(path)
}

/// How a sentence calls a kind of files.
pub(super) fn name_of(kind: Kind) -> &'static str {
    media_type(kind).map_or("a file of no known kind", |known| known.name)
}

/// What a format takes, in words: `JPEG or PNG`.
pub(super) fn taken_by(format: &MediaFormat) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in format.kinds.iter().filter_map(|kind| Some(media_type(*kind)?.short)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

/// The article and the name of a header's format: `an IMAGE header`.
pub(super) fn header_of(format: &str) -> String {
    let article = if format.starts_with('I') { "an" } else { "a" };
    format!("{article} {format} header")
}
