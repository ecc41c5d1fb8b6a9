//! SARIF 2.1.0, for code scanning on GitHub and for editors. Columns are counted in characters, and say so.

mod page;
mod result;
mod rule;
mod run;

use std::io;

use serde::Serialize;

use crate::check::Report;
use crate::report::{Paths, safe_json};

use run::Run;

#[derive(Serialize)]
struct Log<'r> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'r>; 1],
}

/// Writes all findings, and the rules that made them.
///
/// # Errors
/// What the writer says.
pub fn write_sarif(report: &Report, paths: &Paths, out: &mut dyn io::Write) -> io::Result<()> {
    let log = Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [Run::new(report, paths)],
    };
    safe_json::write(&log, out)
}

/// Text for people; in rules also as Markdown.
#[derive(Serialize)]
struct Message {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    markdown: Option<String>,
}

impl Message {
    fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), markdown: None }
    }
}
