//! One line a finding, for editors and for those who have seen it before.

use std::io;

use crate::check::Report;
use crate::finding::{Severity, sanitize};
use crate::report::{guard::guard, human, words};

/// Writes `path:line:column: severity rule: message` for each finding, then the figures. When `quiet`, errors only.
///
/// # Errors
/// What the writer says.
pub fn write_concise(report: &Report, quiet: bool, colour: bool, out: &mut dyn io::Write) -> io::Result<()> {
    let styles = human::styles(colour);
    let mut lines = String::new();
    for finding in words::shown(report, quiet) {
        let style = match finding.severity {
            Severity::Error => styles.error,
            Severity::Warning => styles.warning,
            Severity::Note => styles.advice,
        };
        let Some((path, range)) = words::place(report, finding) else { continue };
        lines.push_str(&format!(
            "{}:{}:{}: {} {}: {}\n",
            sanitize(path),
            range.start.line,
            range.start.column,
            style.style(finding.severity.name()),
            finding.rule.id,
            sanitize(&finding.message)
        ));
    }
    if !quiet {
        lines.push_str(&human::headline(&report.summary(), &styles));
        lines.push('\n');
    }
    out.write_all(guard(&lines).as_bytes())
}

/// The lines alone, without colours.
pub fn lines(report: &Report, quiet: bool) -> io::Result<String> {
    let mut lines = Vec::new();
    write_concise(report, quiet, false, &mut lines)?;
    Ok(String::from_utf8_lossy(&lines).into_owned())
}
