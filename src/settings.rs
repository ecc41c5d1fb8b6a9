//! What a run is asked to look for.

use std::collections::HashSet;
use std::sync::Arc;

use crate::config::Config;
use crate::media::MediaFiles;
use crate::observe::Observer;
use crate::rules::{self, Entry, Metadata};
use crate::text::similar::nearest;

/// How a run differs from the usual one.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Only these rules; all of them where it is empty.
    pub select: Vec<Selector>,
    /// Not these rules, even if selected.
    pub ignore: Vec<Selector>,
    /// Rules that a program brings along beside ours.
    pub extra: Vec<Entry>,
    /// Paths the user named: each has to be a template file.
    pub named: HashSet<String>,
    /// The files that are told of, by their paths; the others are read beside them. All of them where it is none.
    pub only: Option<HashSet<String>>,
    /// What the team says in its configuration.
    pub config: Config,
    /// Where the media files are that templates name; without it, none is looked at.
    pub media: Option<Arc<dyn MediaFiles>>,
    /// Who follows the run.
    pub observer: Option<Arc<dyn Observer>>,
}

/// A rule or a whole family of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selector(String);

impl Selector {
    /// Reads `family` or `family/rule`.
    ///
    /// # Errors
    /// A sentence that says which rule or family was probably meant, where there is none of that name.
    pub fn parse(written: &str) -> Result<Self, String> {
        let written = written.trim();
        if let Some(selector) = Self::find(written) {
            return Ok(selector);
        }
        Err(match Self::meant(written) {
            Some(near) => format!("there is no rule or family `{written}`; did you mean `{near}`?"),
            None => format!("there is no rule or family `{written}`; `walint rules` lists them"),
        })
    }

    /// The rule or family of that name. Unlike [`Selector::parse`], this costs next to nothing where there is none.
    pub fn find(name: &str) -> Option<Self> {
        let family = || rules::all().iter().any(|entry| entry.metadata.family() == name);
        (rules::by_id(name).is_some() || family()).then(|| Self(name.to_owned()))
    }

    /// The rule or family that was probably meant by a name that is none.
    pub fn meant(written: &str) -> Option<&'static str> {
        let ids = || rules::all().iter().map(|entry| entry.metadata.id);
        // The half behind the slash is what people remember.
        let half = ids().find(|id| id.split_once('/').is_some_and(|(_, half)| half == written));
        let known = rules::all().iter().flat_map(|entry| [entry.metadata.id, entry.metadata.family()]);
        half.or_else(|| nearest(written, known))
    }

    /// The rule's id, or the name of the family.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// Whether a rule is meant.
    pub fn covers(&self, rule: &Metadata) -> bool {
        self.0 == rule.id || self.0 == rule.family()
    }
}

impl Settings {
    /// Whether a file is one that is told of.
    pub fn tells_of(&self, path: &str) -> bool {
        self.only.as_ref().is_none_or(|only| only.contains(path))
    }

    /// The rules that take part: the command line only narrows, and what the configuration turns off stays off.
    pub fn rules(&self) -> Vec<Entry> {
        rules::all()
            .iter()
            .chain(&self.extra)
            .filter(|entry| {
                self.select.is_empty() || self.select.iter().any(|selector| selector.covers(entry.metadata))
            })
            .filter(|entry| !self.ignore.iter().any(|selector| selector.covers(entry.metadata)))
            .filter(|entry| !self.config.silences(entry.metadata))
            .copied()
            .collect()
    }
}
