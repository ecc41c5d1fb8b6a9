//! What a run is asked to look for.

use std::collections::HashSet;
use std::sync::Arc;

use crate::config::Config;
use crate::media::MediaFiles;
use crate::observe::Observer;
use crate::rules::{self, Entry};
use crate::text::similar::nearest;

/// How a run differs from the usual one.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Only these rules; all of them where it is empty.
    pub select: Vec<Selector>,
    /// Not these rules, even if selected.
    pub ignore: Vec<Selector>,
    /// Paths the user named: each has to be a template file.
    pub named: HashSet<String>,
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
        if rules::all().iter().any(|entry| entry.metadata.id == written || entry.metadata.family() == written) {
            return Ok(Self(written.to_owned()));
        }
        let known = rules::all().iter().flat_map(|entry| [entry.metadata.id, entry.metadata.family()]);
        Err(match nearest(written, known) {
            Some(near) => format!("there is no rule or family `{written}`; did you mean `{near}`?"),
            None => format!("there is no rule or family `{written}`; `walint rules` lists them"),
        })
    }

    fn covers(&self, entry: &Entry) -> bool {
        self.0 == entry.metadata.id || self.0 == entry.metadata.family()
    }
}

impl Settings {
    /// The rules that take part.
    pub fn rules(&self) -> Vec<Entry> {
        rules::all()
            .iter()
            .filter(|entry| self.select.is_empty() || self.select.iter().any(|selector| selector.covers(entry)))
            .filter(|entry| !self.ignore.iter().any(|selector| selector.covers(entry)))
            .copied()
            .collect()
    }
}
