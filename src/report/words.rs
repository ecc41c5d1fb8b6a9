//! What findings say, in the shapes that several formats need.

use std::borrow::Cow;

use crate::check::Report;
use crate::finding::{Extent, FileId, Finding, Severity, extent};

/// What is wrong and what to do, as whole sentences.
pub fn sentences(finding: &Finding) -> String {
    let mut text = sentence(&finding.message);
    if !finding.help.is_empty() {
        text.push(' ');
        text.push_str(&sentence(&finding.help));
    }
    text
}

/// With a capital letter, where there is one, and a full stop.
pub fn sentence(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_ascii_uppercase());
    let mut sentence: String = first.into_iter().chain(characters).collect();
    if !sentence.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    sentence
}

/// The findings of one file. All findings are sorted by file.
pub fn of_file(report: &Report, file: FileId) -> &[Finding] {
    let start = report.findings.partition_point(|finding| finding.place.file < file);
    let end = report.findings.partition_point(|finding| finding.place.file <= file);
    &report.findings[start..end]
}

/// The path of the file of a finding, as it was given, and the lines and columns.
pub fn place<'r>(report: &'r Report, finding: &Finding) -> Option<(&'r str, Extent)> {
    let source = report.source(finding.place.file)?;
    Some((source.path(), extent(source, finding.place.span)))
}

/// All findings, or the errors.
pub fn shown(report: &Report, quiet: bool) -> impl Iterator<Item = &Finding> {
    report.findings.iter().filter(move |finding| !quiet || finding.severity == Severity::Error)
}

/// `1 error`, `2 errors`
pub fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// Takes apart what a reader would make a link of. SARIF gives links a meaning even in plain text.
pub fn unlinked(text: &str) -> Cow<'_, str> {
    if text.contains("](") { Cow::Owned(text.replace("](", "] (")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_begin_and_end_as_such() {
        assert_eq!(sentence("the body is empty"), "The body is empty.");
        assert_eq!(sentence("`fr` is meant?"), "`fr` is meant?");
        assert_eq!(sentence("ünder"), "ünder.");
    }
}
