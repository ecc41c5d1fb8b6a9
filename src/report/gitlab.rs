//! GitLab's Code Quality report, which a merge request shows.

use std::io;

use serde::Serialize;

use crate::check::Report;
use crate::finding::{Severity, sanitize};
use crate::report::{Paths, fingerprints, safe_json, words};

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// Writes a list of all findings.
///
/// # Errors
/// What the writer says.
pub fn write_gitlab(report: &Report, paths: &Paths, out: &mut dyn io::Write) -> io::Result<()> {
    let issue = |(finding, fingerprint)| {
        let (path, range) = words::place(report, finding)?;
        Some(Issue {
            description: sanitize(&words::sentences(finding)).into_owned(),
            check_name: finding.rule.id,
            fingerprint,
            severity: match finding.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
                Severity::Note => "info",
            },
            location: Location {
                path: paths.name(path),
                lines: Lines { begin: range.start.line, end: range.end.line },
            },
        })
    };
    let issues: Vec<Issue> = report.findings.iter().zip(fingerprints(report)).filter_map(issue).collect();
    safe_json::write(&issues, out)
}
