//! A run: from sources to a report.

use std::collections::{BTreeMap, HashSet};

use rayon::prelude::*;

use crate::finding::{Applicability, FileId, Finding, Severity};
use crate::input::Source;
use crate::media::Shelf;
use crate::observe::{Observer, Unobserved, timed};
use crate::related;
use crate::report::Summary;
use crate::rules::{self, Failure, File, Files, Roster, Surroundings, Told};
use crate::settings::Settings;
use crate::suppress::{self, Ignore};

/// What a run found.
#[derive(Debug, Default)]
pub struct Report {
    /// The files, in the order they were given.
    pub files: Vec<File>,
    /// Sorted by file, place and rule.
    pub findings: Vec<Finding>,
    /// What comments in the files silence.
    pub suppressed: Vec<Finding>,
    /// What a baseline knows.
    pub baselined: Vec<Finding>,
    /// The rules that took part.
    pub rules: Vec<&'static str>,
    /// Rules that failed by themselves, with the file they failed on; nothing for those over the whole run.
    pub failures: Vec<(Option<FileId>, Failure)>,
    /// The files that were only read beside the others.
    beside: HashSet<FileId>,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileStatus {
    /// All of it was checked.
    Checked,
    /// It could not be read, or not wholly; the findings say why.
    Unchecked,
    /// Nobody waits for news of it: it holds no template, or was only read beside the others.
    Other,
}

/// Checks the sources of a run. The result is the same for any number of threads.
pub fn check(sources: Vec<Source>, settings: &Settings) -> Report {
    let observer: &dyn Observer = settings.observer.as_deref().unwrap_or(&Unobserved);
    observer.starts(sources.len());
    let rules = Roster::new(settings.rules());
    let shelf = Shelf::new(settings.media.as_deref());
    let surroundings = Surroundings { config: &settings.config, shelf: &shelf, observer };
    let looked = sources
        .into_par_iter()
        .enumerate()
        .map(|(index, source)| {
            let named = settings.named.contains(source.path());
            let id = FileId(u32::try_from(index).unwrap_or(u32::MAX));
            let mut looked = Looked::at(id, source, named, &rules, surroundings);
            looked.file.forget();
            observer.file_checked();
            looked
        })
        .collect();
    conclude(looked, &rules, surroundings)
}

/// Checks one source after another, each by itself. What is the same for all of them is made ready once.
pub struct Checker {
    settings: Settings,
    rules: Roster,
}

impl Checker {
    /// For runs with these settings.
    pub fn new(settings: Settings) -> Self {
        Self { rules: Roster::new(settings.rules()), settings }
    }

    /// For runs of other rules than those of walint.
    #[cfg(test)]
    pub(crate) fn with_rules(settings: Settings, rules: Vec<rules::Entry>) -> Self {
        Self { settings, rules: Roster::new(rules) }
    }

    /// Whether that rule takes part.
    pub fn asks(&self, rule: &rules::Metadata) -> bool {
        self.rules.entries().any(|entry| entry.metadata.id == rule.id)
    }

    /// Checks a source as a run of its own, and as a file that was named.
    pub fn check(&self, source: Source) -> Report {
        let observer: &dyn Observer = self.settings.observer.as_deref().unwrap_or(&Unobserved);
        let shelf = Shelf::new(self.settings.media.as_deref());
        let surroundings = Surroundings { config: &self.settings.config, shelf: &shelf, observer };
        let looked = Looked::at(FileId::default(), source, true, &self.rules, surroundings);
        conclude(vec![looked], &self.rules, surroundings)
    }
}

/// A file, and what was found about it while it was in hand.
pub(crate) struct Looked {
    pub file: File,
    /// What the rules say that look at one file at a time.
    told: Told,
    /// What the rules say that look at several, about this one alone; then about the group that begins with it.
    pub alone: Told,
    ignored: Vec<Ignore>,
}

impl Looked {
    pub fn at(id: FileId, source: Source, named: bool, rules: &Roster, surroundings: Surroundings<'_>) -> Self {
        let observer = surroundings.observer;
        let file = timed(observer, "understanding the files", || File::read(id, source, named));
        observer.file_read();
        let told = timed(observer, "the rules, file by file", || rules::check_file(&file, rules, surroundings));
        let alone = related::alone(&file, rules, surroundings);
        let ignored = suppress::read(&file);
        Self { file, told, alone, ignored }
    }
}

/// Checks what is seen over several files, and puts everything in order.
fn conclude(mut looked: Vec<Looked>, rules: &Roster, surroundings: Surroundings<'_>) -> Report {
    let observer = surroundings.observer;
    let mut report = Report { rules: rules.entries().map(|entry| entry.metadata.id).collect(), ..Report::default() };
    related::together(&mut looked, rules, surroundings);
    let mut ignores = BTreeMap::new();
    let (mut found, mut failed) = Told::default();
    for Looked { file, told, alone, ignored } in &mut looked {
        report.add(std::mem::take(told), Some(file.id));
        found.append(&mut alone.0);
        failed.append(&mut alone.1);
        if !ignored.is_empty() {
            ignores.insert(file.id, std::mem::take(ignored));
        }
    }
    // In the room of the list itself: a second one for all files of a large run would be felt.
    let mut files: Vec<File> = looked.into_iter().map(|looked| looked.file).collect();
    let all: Vec<&File> = files.iter().collect();
    let told = timed(observer, "the rules over all files", || rules::check_run(Files::new(&all), rules, surroundings));
    found.extend(told.0);
    failed.extend(told.1);
    // As if every rule had been asked about all files, one after another.
    found.sort_by_key(|finding| finding.rule.id);
    failed.sort_by_key(|failure| failure.rule);
    failed.dedup_by_key(|failure| failure.rule);
    report.add((found, failed), None);
    report.silence(ignores, &files, rules, surroundings);
    timed(observer, "sorting", || report.findings.sort_by(|a, b| (a.place, a.rule.id).cmp(&(b.place, b.rule.id))));
    files.iter_mut().for_each(File::forget);
    report.files = files;
    report
}

impl Report {
    fn add(&mut self, (found, failed): Told, file: Option<FileId>) {
        self.findings.extend(found);
        self.failures.extend(failed.into_iter().map(|failure| (file, failure)));
    }

    /// Follows the levels of the configuration and the comments in the files, and has these comments checked.
    fn silence(
        &mut self,
        mut ignores: BTreeMap<FileId, Vec<Ignore>>,
        files: &[File],
        rules: &Roster,
        surroundings: Surroundings<'_>,
    ) {
        let mut judge = suppress::Judge::new(files, surroundings.config);
        suppress::apply(&mut self.findings, &mut judge);
        self.suppressed = suppress::silence(&mut self.findings, &mut ignores);
        for (id, mut ignores) in ignores {
            let Some(file) = files.get(id.0 as usize) else { continue };
            let whole =
                file.complete && self.failures.iter().all(|(failed, _)| failed.is_some_and(|failed| failed != id));
            let looked = |rule: &rules::Metadata| {
                let media = rule.family() != "media" || surroundings.shelf.files().is_some();
                whole && media && rules.entries().any(|entry| entry.metadata.id == rule.id)
            };
            suppress::judge(&mut ignores, looked, |rule| judge.level(rule, id, None));
            let mut told = rules::check_comments(file, &ignores, rules, surroundings);
            suppress::apply(&mut told.0, &mut judge);
            self.add(told, Some(id));
        }
    }

    /// The source of a file of the run.
    pub fn source(&self, file: FileId) -> Option<&Source> {
        self.files.get(file.0 as usize).map(|file| &file.source)
    }

    /// The text a finding points at.
    pub fn marked(&self, finding: &Finding) -> &str {
        self.source(finding.place.file).map_or("", |source| source.slice(finding.place.span))
    }

    /// Leaves only what concerns the files that are told of.
    pub fn narrow(&mut self, settings: &Settings) {
        let beside = self.files.iter().filter(|file| !settings.tells_of(file.source.path()));
        let beside: HashSet<FileId> = beside.map(|file| file.id).collect();
        let concerns = |finding: &mut Finding| {
            if !beside.contains(&finding.place.file) {
                return true;
            }
            // What is wrong between two files can be told at either of them; but only one of them is to be changed.
            finding.fixes.clear();
            finding.related.iter().any(|related| !beside.contains(&related.place.file))
        };
        for findings in [&mut self.findings, &mut self.suppressed, &mut self.baselined] {
            findings.retain_mut(concerns);
        }
        self.failures.retain(|(file, _)| file.is_none_or(|file| !beside.contains(&file)));
        self.beside = beside;
    }

    /// Whether a file was only read beside the others.
    pub fn is_beside(&self, file: &File) -> bool {
        self.beside.contains(&file.id)
    }

    /// What became of a file.
    pub fn status(&self, file: &File) -> FileStatus {
        let failed = self.failures.iter().any(|(id, _)| *id == Some(file.id));
        if self.is_beside(file) || (file.outline.is_empty() && file.complete && !file.named && !failed) {
            return FileStatus::Other;
        }
        // A named file without a template was looked at; that there is none is a finding.
        if file.complete && !failed { FileStatus::Checked } else { FileStatus::Unchecked }
    }

    /// The figures of the run.
    pub fn summary(&self) -> Summary {
        let (suppressed, baselined) = (self.suppressed.len(), self.baselined.len());
        let mut summary = Summary { suppressed, baselined, ..Summary::default() };
        for file in self.files.iter().filter(|file| !self.is_beside(file)) {
            match self.status(file) {
                FileStatus::Checked => summary.files += 1,
                FileStatus::Unchecked => {
                    summary.files += 1;
                    summary.unchecked += 1;
                }
                FileStatus::Other => summary.others += 1,
            }
            summary.templates += file.outline.templates;
            summary.journeys += file.outline.journeys;
            summary.variants += file.outline.variants;
        }
        // A rule over the whole run that failed leaves no file fully checked, and no file to blame.
        summary.unchecked += usize::from(self.failures.iter().any(|(file, _)| file.is_none()));
        for finding in &self.findings {
            match finding.severity {
                Severity::Error => summary.errors += 1,
                Severity::Warning => summary.warnings += 1,
                Severity::Note => summary.notes += 1,
            }
            summary.fixable += usize::from(!finding.fixes.is_empty());
            let safe = finding.fixes.iter().any(|fix| fix.applicability == Applicability::Safe);
            summary.safely_fixable += usize::from(safe);
        }
        summary
    }
}
