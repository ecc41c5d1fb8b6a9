//! `--statistics`: how often each rule has something to say, instead of what it says.

use std::collections::{BTreeMap, HashSet};
use std::io::{self, Write};

use serde::Serialize;

use crate::check::Report;
use crate::finding::{FileId, Severity};
use crate::report::{Summary, safe_json};
use crate::text::wording::number;

/// What one rule found.
#[derive(Debug, Serialize, PartialEq, Eq)]
pub struct Line {
    /// The rule.
    pub rule: &'static str,
    /// The most serious of its findings.
    pub severity: Severity,
    /// How many there are.
    pub findings: usize,
    /// In how many files.
    pub files: usize,
    /// How many offer a fix.
    pub fixable: usize,
}

/// What each rule found, the most frequent first.
pub fn count(report: &Report) -> Vec<Line> {
    let mut rules: BTreeMap<&'static str, (Line, HashSet<FileId>)> = BTreeMap::new();
    for finding in &report.findings {
        let rule = finding.rule.id;
        let new = || (Line { rule, severity: finding.severity, findings: 0, files: 0, fixable: 0 }, HashSet::new());
        let (line, files) = rules.entry(rule).or_insert_with(new);
        line.severity = line.severity.max(finding.severity);
        line.findings += 1;
        line.fixable += usize::from(!finding.fixes.is_empty());
        files.insert(finding.place.file);
        line.files = files.len();
    }
    let mut lines: Vec<Line> = rules.into_values().map(|(line, _)| line).collect();
    lines.sort_by_key(|line| (std::cmp::Reverse(line.findings), line.rule));
    lines
}

/// Writes the figures as a table.
///
/// # Errors
/// What the writer says.
pub fn write_table(lines: &[Line], out: &mut dyn Write) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(out, "{:>8}  {:>7}  {:>8}  {:8}  rule", "findings", "files", "fixable", "severity")?;
    for line in lines {
        let severity = match line.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        let (findings, files, fixable) = (number(line.findings), number(line.files), number(line.fixable));
        writeln!(out, "{findings:>8}  {files:>7}  {fixable:>8}  {severity:8}  {}", line.rule)?;
    }
    writeln!(out)
}

#[derive(Serialize)]
struct Document<'l> {
    version: u32,
    statistics: &'l [Line],
    summary: Summary,
}

/// Writes the figures as one JSON object.
///
/// # Errors
/// What the writer says.
pub fn write_json(lines: &[Line], summary: Summary, out: &mut dyn Write) -> io::Result<()> {
    safe_json::write(&Document { version: 1, statistics: lines, summary }, out)
}
