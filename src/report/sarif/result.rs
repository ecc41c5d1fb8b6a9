//! A finding with its places and its fixes.

use serde::Serialize;

use crate::check::Report;
use crate::finding::{self, Applicability, Confidence, Edit, Extent, Outcome, Place, extent, sanitize};
use crate::report::Paths;
use crate::report::words::{sentence, sentences, unlinked};

use super::Message;

/// What SARIF calls a result.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding<'r> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: Fingerprints,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix<'r>>,
    properties: Properties<'r>,
}

#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "walint/v1")]
    first: String,
}

/// A file, or some of its characters.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
    physical_location: Physical,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

/// A file by its URI.
#[derive(Serialize, Clone, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub struct Artifact {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fix<'r> {
    description: Message,
    artifact_changes: Vec<Change<'r>>,
    properties: FixProperties,
}

#[derive(Serialize)]
struct FixProperties {
    applicability: Applicability,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'r> {
    artifact_location: Artifact,
    replacements: Vec<Replacement<'r>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'r> {
    deleted_region: Region,
    inserted_content: Content<'r>,
}

#[derive(Serialize)]
struct Content<'r> {
    text: &'r str,
}

/// What SARIF has no place of its own for.
#[derive(Serialize)]
struct Properties<'r> {
    outcome: Outcome,
    confidence: Confidence,
    #[serde(skip_serializing_if = "Option::is_none")]
    template: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    component: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    meta: Option<String>,
}

impl<'r> Finding<'r> {
    /// A finding of the report, whose rule has that place among the rules of the run.
    pub fn new(
        report: &'r Report,
        paths: &Paths,
        finding: &'r finding::Finding,
        fingerprint: String,
        rule_index: usize,
    ) -> Option<Self> {
        let related = finding.related.iter().enumerate().filter_map(|(index, related)| {
            let mut location = Location::new(report, paths, related.place)?;
            location.id = Some(index + 1);
            location.message = Some(Message::plain(unlinked(&sanitize(&sentence(&related.message)))));
            Some(location)
        });
        Some(Self {
            rule_id: finding.rule.id,
            rule_index,
            level: finding.severity.name(),
            message: Message::plain(unlinked(&sanitize(&sentences(finding)))),
            locations: [Location::new(report, paths, finding.place)?],
            related_locations: related.collect(),
            partial_fingerprints: Fingerprints { first: fingerprint },
            fixes: finding.fixes.iter().filter_map(|fix| Fix::new(report, paths, fix)).collect(),
            properties: Properties {
                outcome: finding.outcome,
                confidence: finding.confidence,
                template: finding.template.as_deref(),
                language: finding.language.as_deref(),
                component: finding.component,
                meta: finding.meta.map(ToString::to_string),
            },
        })
    }
}

impl Location {
    /// A whole file.
    pub fn file(artifact: Artifact) -> Self {
        Self { id: None, message: None, physical_location: Physical { artifact_location: artifact, region: None } }
    }

    fn new(report: &Report, paths: &Paths, place: Place) -> Option<Self> {
        let source = report.source(place.file)?;
        let region = Some(Region::new(extent(source, place.span)));
        let artifact_location = Artifact::new(paths, source.path());
        Some(Self { id: None, message: None, physical_location: Physical { artifact_location, region } })
    }
}

impl Artifact {
    /// The file of that path.
    pub fn new(paths: &Paths, path: &str) -> Self {
        let uri = paths.uri(path);
        let uri_base_id = (!uri.starts_with("file:")).then_some("%SRCROOT%");
        Self { uri, uri_base_id }
    }
}

impl Region {
    fn new(range: Extent) -> Self {
        Self {
            start_line: range.start.line,
            start_column: range.start.column,
            end_line: range.end.line,
            end_column: range.end.column,
        }
    }
}

impl<'r> Fix<'r> {
    /// None without edits: GitHub refuses a whole file over one empty fix.
    fn new(report: &Report, paths: &Paths, fix: &'r finding::Fix) -> Option<Self> {
        let mut changes: Vec<Change<'r>> = Vec::new();
        for edit in &fix.edits {
            let (artifact, replacement) = replacement(report, paths, edit)?;
            match changes.iter_mut().find(|change| change.artifact_location == artifact) {
                Some(change) => change.replacements.push(replacement),
                None => changes.push(Change { artifact_location: artifact, replacements: vec![replacement] }),
            }
        }
        (!changes.is_empty()).then(|| Self {
            description: Message::plain(unlinked(&sanitize(&sentence(&fix.title)))),
            artifact_changes: changes,
            properties: FixProperties { applicability: fix.applicability },
        })
    }
}

fn replacement<'r>(report: &Report, paths: &Paths, edit: &'r Edit) -> Option<(Artifact, Replacement<'r>)> {
    let source = report.source(edit.place.file)?;
    let replacement = Replacement {
        deleted_region: Region::new(extent(source, edit.place.span)),
        inserted_content: Content { text: &edit.text },
    };
    Some((Artifact::new(paths, source.path()), replacement))
}
