//! What a rule's page says, as code scanning shows it beside an alert.

use serde::Serialize;

use crate::finding::{Confidence, Outcome, Severity};
use crate::report::words::sentence;
use crate::rules::Metadata;

use super::{Message, page};

/// A rule that found something.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    id: &'static str,
    short_description: Message,
    full_description: Message,
    #[serde(skip_serializing_if = "str::is_empty")]
    help_uri: &'static str,
    help: Message,
    default_configuration: Configuration,
    properties: Properties,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Properties {
    tags: Vec<&'static str>,
    precision: Confidence,
    /// GitHub's word for the severity of findings that are not about security.
    #[serde(rename = "problem.severity")]
    severity: &'static str,
    outcome: Outcome,
    since: &'static str,
}

impl Rule {
    /// From the page.
    pub fn new(rule: &'static Metadata) -> Self {
        Self {
            id: rule.id,
            short_description: Message::plain(sentence(rule.summary)),
            full_description: Message::plain(page::section(rule.page, "What")),
            help_uri: rule.url(),
            help: Message { text: page::text(rule.page), markdown: Some(page::markdown(rule.page)) },
            default_configuration: Configuration { level: rule.severity.name() },
            properties: Properties {
                tags: vec!["whatsapp", rule.family()],
                precision: rule.confidence,
                severity: match rule.severity {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                    Severity::Note => "recommendation",
                },
                outcome: rule.outcome,
                since: rule.since,
            },
        }
    }
}
