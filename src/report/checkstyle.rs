//! Checkstyle's XML, which most CI servers and review bots read.

use std::io;

use crate::check::{FileStatus, Report};
use crate::finding::{Finding, Severity, extent};
use crate::input::Source;
use crate::report::{Paths, words, xml::escape};

/// Writes all files and their findings.
///
/// # Errors
/// What the writer says.
pub fn write_checkstyle(report: &Report, paths: &Paths, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">")?;
    for file in report.files.iter().filter(|file| report.status(file) != FileStatus::Other) {
        writeln!(out, "  <file name=\"{}\">", escape(&paths.name(file.source.path())))?;
        for finding in words::of_file(report, file.id) {
            writeln!(out, "    {}", error(&file.source, finding))?;
        }
        writeln!(out, "  </file>")?;
    }
    writeln!(out, "</checkstyle>")
}

fn error(source: &Source, finding: &Finding) -> String {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "info",
    };
    let start = extent(source, finding.place.span).start;
    // Servers take what stands behind the last dot for the name of the rule.
    format!(
        "<error line=\"{}\" column=\"{}\" severity=\"{severity}\" message=\"{}\" source=\"walint.{}\"/>",
        start.line,
        start.column,
        escape(&words::sentences(finding)),
        finding.rule.id
    )
}
