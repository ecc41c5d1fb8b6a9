//! `category`: what a team knows better about its own words.

use std::sync::Arc;

use crate::category::{Sensitivity, Unit, own_phrases};
use crate::syntax::NodeId;
use crate::template::object::Reader;
use crate::template::{Field, Fields};
use crate::text::{Boundary, Phrases};

use super::section::{self, texts};

/// The section `category`.
#[derive(Clone, Debug, Default)]
pub struct Category {
    /// Phrases that make a message promotional.
    promotional: Option<Arc<Phrases>>,
    /// Phrases that say nothing about the category.
    mute: Option<Arc<Phrases>>,
    /// How easily a warning is given.
    sensitivity: Sensitivity,
    /// The same for some folders or files.
    paths: Vec<(Arc<str>, Sensitivity)>,
    /// Countries that messages go to, by their two letters.
    pub markets: Vec<String>,
    written: Vec<Arc<str>>,
}

impl PartialEq for Category {
    fn eq(&self, other: &Self) -> bool {
        (&self.written, &self.markets, &self.paths, self.sensitivity)
            == (&other.written, &other.markets, &other.paths, other.sensitivity)
    }
}

impl Eq for Category {}

impl Category {
    pub(super) fn read(reader: &mut Reader<'_>, field: &Field) -> Self {
        let keys = ["promotional", "mute", "sensitivity", "paths", "markets"];
        let Some(fields) = section::fields(reader, field, "`category`", &keys) else { return Self::default() };
        let phrases = |reader: &mut Reader<'_>, key: &str| {
            texts(reader, fields.get(key), "a phrase", "some words, such as `season pass`")
        };
        let (promotional, mute) = (phrases(reader, "promotional"), phrases(reader, "mute"));
        let markets = texts(reader, fields.get("markets"), "a market", "the two letters of a country, such as `US`");
        Self {
            sensitivity: sensitivity(reader, &fields).unwrap_or_default(),
            paths: paths(reader, &fields),
            markets: markets.iter().map(|market| market.trim().to_uppercase()).collect(),
            written: promotional.iter().chain(&mute).cloned().collect(),
            promotional: laid(&promotional),
            mute: laid(&mute),
        }
    }

    /// How easily a warning is given for a file.
    pub fn sensitivity(&self, path: &str) -> Sensitivity {
        let path = path.replace('\\', "/");
        let within = |place: &str| {
            let rest = path
                .strip_prefix("./")
                .unwrap_or(&path)
                .strip_prefix(place.trim_start_matches("./").trim_end_matches('/'));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let longest = self.paths.iter().filter(|(place, _)| within(place)).max_by_key(|(place, _)| place.len());
        longest.map_or(self.sensitivity, |(_, sensitivity)| *sensitivity)
    }

    /// Takes muted phrases away from what was found in a message, and adds promotional ones.
    pub(crate) fn apply(&self, units: &mut [Unit<'_>]) {
        for unit in units {
            if let Some(mute) = &self.mute {
                unit.muted = mute.find(&unit.folded).into_iter().map(|hit| hit.range).collect();
                let found = std::mem::take(&mut unit.found);
                unit.found = found.into_iter().filter(|found| !unit.is_muted(&found.range)).collect();
            }
            if let Some(promotional) = &self.promotional {
                unit.found.extend(own_phrases(promotional, &unit.folded));
            }
        }
    }
}

fn laid(phrases: &[Arc<str>]) -> Option<Arc<Phrases>> {
    let small: Vec<String> = phrases.iter().map(|phrase| phrase.to_lowercase()).collect();
    let boundary =
        if phrases.iter().any(|phrase| phrase.chars().any(is_unspaced)) { Boundary::Anywhere } else { Boundary::Words };
    (!small.is_empty()).then(|| Arc::new(Phrases::new(small.iter().map(String::as_str), boundary)))
}

/// Scripts that put no blanks between words.
fn is_unspaced(character: char) -> bool {
    matches!(character, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3005}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
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

fn paths(reader: &mut Reader<'_>, fields: &Fields) -> Vec<(Arc<str>, Sensitivity)> {
    let items: Vec<NodeId> = fields.get("paths").and_then(|field| reader.list(field, "a list")).unwrap_or_default();
    let mut paths = Vec::new();
    for item in items {
        if !reader.is_mapping(item) {
            reader.misfit_type(
                item,
                "a path".to_owned(),
                "a group of keys, such as `{path: templates/utility, sensitivity: low}`",
            );
            continue;
        }
        let fields = reader.fields(item, "a path of `category`", &["path", "sensitivity"]);
        let path = fields.get("path").and_then(|field| reader.leaf(field, "a folder or file"));
        if let (Some(path), Some(sensitivity)) = (path, sensitivity(reader, &fields)) {
            paths.push((path.value, sensitivity));
        }
    }
    paths
}
