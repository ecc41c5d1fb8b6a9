//! `category`: what a team knows better about its own words.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use crate::category::{Sampled, Sensitivity, Unit, overlaps, own_phrases};
use crate::template::object::Reader;
use crate::template::{Field, Fields};
use crate::text::{Boundary, Folded, Phrases};

use super::Root;
use super::place::{Here, Place};
use super::section::{self, texts};

/// The section `category`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Category {
    /// Phrases that make a message promotional.
    promotional: Known,
    /// Phrases that say nothing about the category.
    mute: Known,
    /// How easily a warning is given.
    sensitivity: Sensitivity,
    /// The same for some folders or files.
    paths: Vec<PathSensitivity>,
    /// Countries that messages go to, by their two letters.
    pub markets: Vec<String>,
}

/// How easily a warning is given for a folder or file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathSensitivity {
    /// Where the path starts.
    folder: PathBuf,
    path: Arc<str>,
    /// How easily.
    pub sensitivity: Sensitivity,
    /// Where that is written.
    pub place: Place,
}

/// Phrases, ready to be looked for.
#[derive(Clone, Debug, Default)]
struct Known {
    written: Vec<Arc<str>>,
    laid: Option<Arc<Phrases>>,
}

impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written
    }
}

impl Eq for Known {}

impl Known {
    fn new(written: Vec<Arc<str>>) -> Self {
        Self { laid: laid(&written), written }
    }
}

impl Category {
    /// Reads the section over what is there.
    pub(super) fn read(&mut self, reader: &mut Reader<'_>, field: &Field, here: &Here<'_>) {
        let Some(fields) = section::fields(reader, field, "`category`") else { return };
        let mut phrases = |key: &str| texts(reader, fields.get(key), "a phrase", "some words, such as `season pass`");
        if let Some(phrases) = phrases("promotional") {
            self.promotional = Known::new(phrases);
        }
        if let Some(phrases) = phrases("mute") {
            self.mute = Known::new(phrases);
        }
        let markets = texts(reader, fields.get("markets"), "a market", "the two letters of a country, such as `US`");
        if let Some(markets) = markets {
            self.markets = markets.iter().map(|market| market.trim().to_uppercase()).collect();
        }
        self.sensitivity = sensitivity(reader, &fields).unwrap_or(self.sensitivity);
        self.paths.extend(paths(reader, &fields, here));
    }

    /// How easily a warning is given for a file.
    pub fn sensitivity(&self, root: &Root, path: &str) -> Sensitivity {
        self.entry_for(root, path).map_or(self.sensitivity, |entry| entry.sensitivity)
    }

    /// The entry of `paths` that decides about a file: the one with the longest path, of several the last.
    pub fn entry_for(&self, root: &Root, path: &str) -> Option<&PathSensitivity> {
        let within = |entry: &&PathSensitivity| {
            let place = entry.path.trim_start_matches("./").trim_end_matches('/');
            root.seen_from(&entry.folder, path).starts_with(place)
        };
        self.paths.iter().filter(within).max_by_key(|entry| entry.path.len())
    }

    /// Takes muted phrases away from what was found in samples.
    pub(crate) fn overlook(&self, samples: &mut [Sampled<'_>]) {
        let Some(mute) = &self.mute.laid else { return };
        for sampled in samples {
            let muted = ranges(mute, &sampled.folded);
            sampled.found.retain(|found| !overlaps(&muted, &found.range));
        }
    }

    /// Takes muted phrases away from what was found in a message, and adds promotional ones.
    pub(crate) fn apply(&self, units: &mut [Unit<'_>]) {
        for unit in units {
            if let Some(mute) = &self.mute.laid {
                unit.muted = ranges(mute, &unit.part());
                unit.found.retain(|found| !overlaps(&unit.muted, &found.range));
            }
            if let Some(promotional) = &self.promotional.laid {
                unit.found.extend(own_phrases(promotional, &unit.part()));
            }
        }
    }
}

/// Where some phrases stand in a text.
fn ranges(phrases: &Phrases, text: &Folded) -> Vec<Range<usize>> {
    phrases.find(text).into_iter().map(|hit| hit.range).collect()
}

fn laid(phrases: &[Arc<str>]) -> Option<Arc<Phrases>> {
    let small: Vec<String> = phrases.iter().map(|phrase| phrase.to_lowercase()).collect();
    (!small.is_empty()).then(|| Arc::new(Phrases::new(small.iter().map(String::as_str), Boundary::ByScript)))
}

fn sensitivity(reader: &mut Reader<'_>, fields: &Fields) -> Option<Sensitivity> {
    let field = fields.get("sensitivity")?;
    let leaf = reader.leaf(field, LEVELS)?;
    let level = level(&leaf.value);
    if level.is_none() {
        reader.wrong_type(field, LEVELS);
    }
    level
}

const LEVELS: &str = "`low`, `usual` or `high`";

fn level(written: &str) -> Option<Sensitivity> {
    match written.trim() {
        "low" => Some(Sensitivity::Low),
        "usual" => Some(Sensitivity::Usual),
        "high" => Some(Sensitivity::High),
        _ => None,
    }
}

fn paths(reader: &mut Reader<'_>, fields: &Fields, here: &Here<'_>) -> Vec<PathSensitivity> {
    let expected = "a group of keys, such as `{path: templates/utility, sensitivity: low}`";
    let items = fields.get("paths").map(|field| section::groups(reader, field, "a list", "a path", expected));
    let mut paths = Vec::new();
    for item in items.unwrap_or_default() {
        let fields = reader.fields(item, "a path of `category`", PATH_KEYS);
        let path = fields.get("path").and_then(|field| reader.leaf(field, "a folder or file"));
        if let (Some(path), Some(sensitivity)) = (path, sensitivity(reader, &fields)) {
            let place = here.place(reader.first_key(item));
            paths.push(PathSensitivity { folder: here.folder.to_path_buf(), path: path.value, sensitivity, place });
        }
    }
    paths
}

/// The keys of an entry of `paths`.
pub const PATH_KEYS: &[&str] = &["path", "sensitivity"];
