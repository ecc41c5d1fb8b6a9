//! A run: from sources to a report.

use rayon::prelude::*;

use crate::finding::{FileId, Finding, Severity};
use crate::input::Source;
use crate::media::Shelf;
use crate::observe::{Observer, Unobserved, timed};
use crate::report::Summary;
use crate::rules::{self, Failure, File, Surroundings};
use crate::settings::Settings;

/// What a run found.
#[derive(Debug)]
pub struct Report {
    /// The files, in the order they were given.
    pub files: Vec<File>,
    /// Sorted by file, place and rule.
    pub findings: Vec<Finding>,
    /// Rules that failed by themselves, with the file they failed on; nothing for those over the whole run.
    pub failures: Vec<(Option<FileId>, Failure)>,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileStatus {
    /// All of it was checked.
    Checked,
    /// It could not be read, or not wholly; the findings say why.
    Unchecked,
    /// It holds no template, and nobody said that it should.
    Other,
}

/// Checks the sources of a run. The result is the same for any number of threads.
pub fn check(sources: Vec<Source>, settings: &Settings) -> Report {
    let observer: &dyn Observer = settings.observer.as_deref().unwrap_or(&Unobserved);
    observer.starts(sources.len());
    let files: Vec<File> = sources
        .into_par_iter()
        .enumerate()
        .map(|(index, source)| {
            let named = settings.named.contains(source.path());
            let id = FileId(u32::try_from(index).unwrap_or(u32::MAX));
            let file = timed(observer, "understanding the files", || File::read(id, source, named));
            observer.file_read();
            file
        })
        .collect();
    let rules = settings.rules();
    let shelf = Shelf::new(settings.media.as_deref());
    let surroundings = Surroundings { config: &settings.config, shelf: &shelf, observer };
    let check = |file: &File| {
        let checked =
            timed(observer, "the rules, file by file", || rules::check_file(&files, file.id, &rules, surroundings));
        observer.file_checked();
        (file.id, checked)
    };
    let checked: Vec<_> = files.par_iter().map(check).collect();

    let mut findings = Vec::new();
    let mut failures = Vec::new();
    for (file, (found, failed)) in checked {
        findings.extend(found);
        failures.extend(failed.into_iter().map(|failure| (Some(file), failure)));
    }
    let (found, failed) =
        timed(observer, "the rules over all files", || rules::check_run(&files, &rules, surroundings));
    findings.extend(found);
    failures.extend(failed.into_iter().map(|failure| (None, failure)));
    timed(observer, "sorting", || findings.sort_by(|a, b| (a.place, a.rule.id).cmp(&(b.place, b.rule.id))));
    Report { files, findings, failures }
}

impl Report {
    /// The source of a file of the run.
    pub fn source(&self, file: FileId) -> Option<&Source> {
        self.files.get(file.0 as usize).map(|file| &file.source)
    }

    /// The text a finding points at.
    pub fn marked(&self, finding: &Finding) -> &str {
        self.source(finding.place.file).map_or("", |source| source.slice(finding.place.span))
    }

    /// What became of a file.
    pub fn status(&self, file: &File) -> FileStatus {
        let failed = self.failures.iter().any(|(id, _)| *id == Some(file.id));
        if file.content.templates.is_empty() && file.complete && !file.named && !failed {
            return FileStatus::Other;
        }
        // A named file without a template was looked at; that there is none is a finding.
        if file.complete && !failed { FileStatus::Checked } else { FileStatus::Unchecked }
    }

    /// The figures of the run.
    pub fn summary(&self) -> Summary {
        let mut summary = Summary::default();
        for file in &self.files {
            match self.status(file) {
                FileStatus::Checked => summary.files += 1,
                FileStatus::Unchecked => {
                    summary.files += 1;
                    summary.unchecked += 1;
                }
                FileStatus::Other => summary.others += 1,
            }
            summary.templates += file.content.templates.len();
            summary.variants += file.content.templates.iter().map(|template| template.variants.len()).sum::<usize>();
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
        }
        summary
    }
}
