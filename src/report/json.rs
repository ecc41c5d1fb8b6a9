//! The JSON format that other programs rely on. Its shape is a contract: fields are added, never changed.

use std::io;

use serde::Serialize;

use crate::check::{FileStatus, Report};
use crate::finding::{Applicability, Confidence, Extent, Finding, Outcome, Place, Severity, extent};
use crate::policy;
use crate::report::{Summary, fingerprints, safe_json};

#[derive(Serialize)]
struct Document<'r> {
    version: u32,
    tool: Tool,
    files: Vec<FileEntry<'r>>,
    findings: Vec<FindingEntry<'r>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
    policy: &'static str,
}

#[derive(Serialize)]
struct FileEntry<'r> {
    path: &'r str,
    status: &'static str,
    templates: usize,
    variants: usize,
}

/// A finding as programs get it.
#[derive(Serialize)]
pub struct FindingEntry<'r> {
    rule: &'r str,
    severity: Severity,
    outcome: Outcome,
    confidence: Confidence,
    message: &'r str,
    help: &'r str,
    url: &'r str,
    meta: Option<MetaEntry>,
    file: &'r str,
    template: Option<&'r str>,
    language: Option<&'r str>,
    component: Option<&'r str>,
    range: Extent,
    related: Vec<RelatedEntry<'r>>,
    fixes: Vec<FixEntry<'r>>,
    fingerprint: String,
}

#[derive(Serialize)]
struct MetaEntry {
    code: Option<u32>,
    subcode: Option<u32>,
    title: Option<&'static str>,
}

#[derive(Serialize)]
struct RelatedEntry<'r> {
    message: &'r str,
    file: &'r str,
    range: Extent,
}

#[derive(Serialize)]
struct FixEntry<'r> {
    title: &'r str,
    applicability: Applicability,
    edits: Vec<EditEntry<'r>>,
}

#[derive(Serialize)]
struct EditEntry<'r> {
    file: &'r str,
    start: usize,
    end: usize,
    text: &'r str,
}

/// Writes the report as one JSON object.
///
/// # Errors
/// What the writer says.
pub fn write_json(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    let document = Document {
        version: 1,
        tool: Tool { name: "walint", version: env!("CARGO_PKG_VERSION"), policy: policy::VERSION },
        files: report
            .files
            .iter()
            .filter_map(|file| {
                let status = match report.status(file) {
                    FileStatus::Checked => "checked",
                    FileStatus::Unchecked => "unchecked",
                    FileStatus::Other => return None,
                };
                let (templates, variants) = (file.outline.templates, file.outline.variants);
                Some(FileEntry { path: file.source.path(), status, templates, variants })
            })
            .collect(),
        findings: finding_entries(report),
        summary: report.summary(),
    };
    safe_json::write(&document, out)
}

/// The findings of a report as programs get them.
pub fn finding_entries(report: &Report) -> Vec<FindingEntry<'_>> {
    let named = report.findings.iter().zip(fingerprints(report));
    named.filter_map(|(finding, name)| entry(report, finding, name)).collect()
}

fn entry<'r>(report: &'r Report, finding: &'r Finding, fingerprint: String) -> Option<FindingEntry<'r>> {
    let file = report.source(finding.place.file)?;
    Some(FindingEntry {
        rule: finding.rule.id,
        severity: finding.severity,
        outcome: finding.outcome,
        confidence: finding.confidence,
        message: &finding.message,
        help: &finding.help,
        url: finding.rule.url(),
        meta: finding.meta.map(|code| MetaEntry { code: code.code, subcode: code.subcode, title: code.title }),
        file: file.path(),
        template: finding.template.as_deref(),
        language: finding.language.as_deref(),
        component: finding.component,
        range: extent(file, finding.place.span),
        related: finding
            .related
            .iter()
            .filter_map(|related| {
                let (file, range) = placed(report, related.place)?;
                Some(RelatedEntry { message: &related.message, file, range })
            })
            .collect(),
        fixes: finding
            .fixes
            .iter()
            .map(|fix| FixEntry {
                title: &fix.title,
                applicability: fix.applicability,
                edits: fix
                    .edits
                    .iter()
                    .filter_map(|edit| {
                        let (file, range) = placed(report, edit.place)?;
                        Some(EditEntry { file, start: range.start.byte, end: range.end.byte, text: &edit.text })
                    })
                    .collect(),
            })
            .collect(),
        fingerprint,
    })
}

fn placed(report: &Report, place: Place) -> Option<(&str, Extent)> {
    let source = report.source(place.file)?;
    Some((source.path(), extent(source, place.span)))
}
