//! The baseline: findings that were there when a team began with walint, and are not told again.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::check::{FileStatus, Report};
use crate::config::Root;
use crate::finding::{FileId, Finding, fingerprint};
use crate::rules;
use crate::template::Content;

use super::comments::is_over_files;

/// Findings by what they are about, and not by where they stand: the rule, the template, the language, the component
/// and the marked text without its spacing. What belongs to no template is known by its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline(BTreeMap<Known, usize>);

/// Findings that agree in all that a baseline looks at, in one file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Known {
    file: String,
    template: Option<String>,
    language: Option<String>,
    component: Option<String>,
    rule: String,
    fingerprint: String,
}

#[derive(Serialize, Deserialize)]
struct Line {
    #[serde(flatten)]
    known: Known,
    count: usize,
}

#[derive(Deserialize)]
struct Document {
    version: u32,
    findings: Vec<Line>,
}

/// What makes two findings the same: a template may move from file to file.
type Key = (Option<String>, Option<String>, String);

impl Known {
    fn of(finding: &Finding, report: &Report, root: &Root, around: &mut Around) -> Self {
        let path = report.source(finding.place.file).map_or("", |source| source.path());
        Self {
            file: root.relative(path),
            template: finding.template.clone().or_else(|| around.template(finding, report)),
            language: finding.language.clone(),
            component: finding.component.map(str::to_owned),
            rule: finding.rule.id.to_owned(),
            fingerprint: fingerprint(finding, report.marked(finding), 0),
        }
    }

    fn key(&self) -> Key {
        let file = self.template.is_none().then(|| self.file.clone());
        (file, self.template.clone(), self.fingerprint.clone())
    }
}

/// The file that was asked about last, understood again: findings come file by file.
#[derive(Default)]
struct Around(Option<(FileId, Content)>);

impl Around {
    /// The name of the template that a finding about the file stands in, such as a misspelt key.
    fn template(&mut self, finding: &Finding, report: &Report) -> Option<String> {
        let file = report.files.get(finding.place.file.0 as usize)?;
        let last = self.0.take().filter(|(id, _)| *id == file.id);
        let (_, content) = self.0.insert(last.unwrap_or_else(|| (file.id, file.content_again())));
        let behind = content.templates.partition_point(|template| template.key.start <= finding.place.span.start);
        let template = content.templates.get(behind.checked_sub(1)?)?;
        template.name.as_ref().map(|name| name.value.to_string())
    }
}

impl Baseline {
    /// Everything that a run tells.
    pub fn of(report: &Report, root: &Root) -> Self {
        let (mut known, mut around) = (BTreeMap::new(), Around::default());
        for finding in &report.findings {
            *known.entry(Known::of(finding, report, root, &mut around)).or_insert(0) += 1;
        }
        Self(known)
    }

    /// How many findings it knows.
    pub fn len(&self) -> usize {
        self.0.values().sum()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads a baseline.
    ///
    /// # Errors
    /// A sentence that says where it is none.
    pub fn read(text: &str) -> Result<Self, String> {
        let document: Document =
            serde_json::from_str(text).map_err(|error| format!("it is not a baseline: {error}"))?;
        if document.version != 1 {
            return Err(format!("it is of version {}, and this walint reads version 1", document.version));
        }
        let mut known = BTreeMap::new();
        for line in document.findings {
            let count = known.entry(line.known).or_insert(0_usize);
            *count = count.saturating_add(line.count);
        }
        Ok(Self(known))
    }

    /// The text of its file: JSON with one kind of finding a line, so that changes are easy to read and to merge.
    ///
    /// # Errors
    /// Never for what [`Baseline::of`] makes.
    pub fn write(&self) -> serde_json::Result<String> {
        let mut text = "{\"version\": 1, \"findings\": [".to_owned();
        for (index, (known, count)) in self.0.iter().enumerate() {
            let line = serde_json::to_string(&Line { known: known.clone(), count: *count })?;
            let comma = if index == 0 { "" } else { "," };
            text.push_str(&format!("{comma}\n  {line}"));
        }
        text.push_str("\n]}\n");
        Ok(text)
    }

    /// Takes the findings out of a report that the baseline knows, and says which of those it knows are gone. These are
    /// told only where all of their files were checked by their rule, or are `gone` from the disk.
    pub fn silence(&self, report: &mut Report, root: &Root, gone: impl Fn(&str) -> bool) -> Vec<String> {
        let mut left: BTreeMap<Key, usize> = BTreeMap::new();
        for (known, count) in &self.0 {
            let count_left = left.entry(known.key()).or_insert(0);
            *count_left = count_left.saturating_add(*count);
        }
        let (findings, mut around) = (std::mem::take(&mut report.findings), Around::default());
        let (known, new) = findings.into_iter().partition(|finding| {
            let count = left.get_mut(&Known::of(finding, report, root, &mut around).key()).filter(|count| **count > 0);
            count.map(|count| *count -= 1).is_some()
        });
        report.findings = new;
        report.baselined = known;
        left.retain(|_, count| *count > 0);
        self.stale(&left, report, root, gone)
    }

    fn stale(
        &self,
        left: &BTreeMap<Key, usize>,
        report: &Report,
        root: &Root,
        gone: impl Fn(&str) -> bool,
    ) -> Vec<String> {
        let checked = report.files.iter().filter(|file| report.status(file) == FileStatus::Checked);
        let checked: BTreeSet<String> = checked.map(|file| root.relative(file.source.path())).collect();
        let mut named = BTreeMap::new();
        let mut unsure = BTreeSet::new();
        for known in self.0.keys() {
            let key = known.key();
            let looked = report.rules.contains(&known.rule.as_str()) && !is_over_files(&known.rule);
            let settled = (looked && checked.contains(&known.file)) || gone(&known.file);
            if !settled && rules::by_id(&known.rule).is_some() {
                unsure.insert(key.clone());
            }
            named.entry(key).or_insert_with(|| known.name());
        }
        left.keys().filter(|key| !unsure.contains(key)).filter_map(|key| named.remove(key)).collect()
    }
}

impl Known {
    fn name(&self) -> String {
        let template = self.template.as_deref().unwrap_or(&self.file);
        let language = self.language.as_ref().map(|language| format!(" ({language})")).unwrap_or_default();
        format!("{} in {template}{language}", self.rule)
    }
}
