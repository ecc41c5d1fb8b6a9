//! The run: the tool, what it could not do, and what it found.

use serde::Serialize;

use crate::check::{FileStatus, Report};
use crate::finding::sanitize;
use crate::policy;
use crate::report::{Paths, fingerprints};
use crate::rules::Metadata;

use super::Message;
use super::result::{Artifact, Finding, Location};
use super::rule::Rule;

/// What one start of walint did.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Run<'r> {
    tool: Tool,
    invocations: [Invocation; 1],
    original_uri_base_ids: Bases,
    default_encoding: &'static str,
    column_kind: &'static str,
    newline_sequences: [&'static str; 3],
    results: Vec<Finding<'r>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
    properties: Policy,
}

/// The month of Meta's rules that are compiled in.
#[derive(Serialize)]
struct Policy {
    policy: &'static str,
}

#[derive(Serialize)]
struct Bases {
    #[serde(rename = "%SRCROOT%")]
    root: Base,
}

#[derive(Serialize)]
struct Base {
    description: Message,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Notification {
    level: &'static str,
    message: Message,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Option::is_none")]
    associated_rule: Option<Reference>,
}

#[derive(Serialize)]
struct Reference {
    id: &'static str,
}

impl<'r> Run<'r> {
    /// The run that made the report.
    pub fn new(report: &'r Report, paths: &Paths) -> Self {
        let rules = rules(report);
        let index = |rule: &Metadata| rules.binary_search_by(|known| known.id.cmp(rule.id)).unwrap_or(0);
        let results = report
            .findings
            .iter()
            .zip(fingerprints(report))
            .filter_map(|(finding, name)| Finding::new(report, paths, finding, name, index(finding.rule)))
            .collect();
        let notifications = notifications(report, paths);
        Self {
            tool: Tool {
                driver: Driver {
                    name: "walint",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: rules.iter().map(|rule| Rule::new(rule)).collect(),
                    properties: Policy { policy: policy::VERSION },
                },
            },
            invocations: [Invocation {
                execution_successful: notifications.is_empty(),
                tool_execution_notifications: notifications,
            }],
            original_uri_base_ids: Bases { root: Base { description: Message::plain("The root of the repository.") } },
            default_encoding: "UTF-8",
            column_kind: "unicodeCodePoints",
            newline_sequences: ["\r\n", "\n", "\r"],
            results,
        }
    }
}

/// The rules that found something, by id.
fn rules(report: &Report) -> Vec<&'static Metadata> {
    let mut rules: Vec<_> = report.findings.iter().map(|finding| finding.rule).collect();
    rules.sort_unstable_by_key(|rule| rule.id);
    rules.dedup_by_key(|rule| rule.id);
    rules
}

/// What was not checked, and why nobody should take silence for a clean result.
fn notifications(report: &Report, paths: &Paths) -> Vec<Notification> {
    let unchecked = report.files.iter().filter(|file| report.status(file) == FileStatus::Unchecked).map(|file| {
        let path = file.source.path();
        Notification {
            level: "error",
            message: Message::plain(format!("{} could not be checked, or not wholly.", sanitize(path))),
            locations: vec![Location::file(Artifact::new(paths, path))],
            associated_rule: None,
        }
    });
    let failed = report.failures.iter().map(|(_, failure)| Notification {
        level: "error",
        message: Message::plain(format!("Internal error in a rule: {}", sanitize(&failure.message))),
        locations: Vec::new(),
        associated_rule: Some(Reference { id: failure.rule }),
    });
    unchecked.chain(failed).collect()
}
