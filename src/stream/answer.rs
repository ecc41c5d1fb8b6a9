//! From a line to its answer.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::Serialize;
use serde_json::value::RawValue;

use crate::check::{Checker, FileStatus, Report};
use crate::finding::{FileId, Finding, Place, Severity};
use crate::input::{Source, Trouble};
use crate::report::{FindingEntry, Summary, finding_entries, one_line};
use crate::rules::{self, File};
use crate::settings::Settings;
use crate::syntax::Span;
use crate::text::wording::number;

use super::lines::Line;
use super::row::{self, Document, Fault, Row};

/// The name of a template that comes without a path. The same on every line, so that an answer depends on its row only.
const NAMELESS_JSON: &str = "template.json";
const NAMELESS_YAML: &str = "template.yaml";

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

const SHAPES: &str = "a line is a template, {\"id\": ..., \"template\": {...}} or {\"id\": ..., \"text\": \"...\"}";

/// Answers lines, each by itself and in any order.
pub struct Stream {
    checker: Checker,
    only_findings: bool,
}

/// What came of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whether all of it was checked.
    pub checked: bool,
    /// The worst finding.
    pub worst: Option<Severity>,
}

#[derive(Serialize)]
struct Answer<'r> {
    line: u64,
    status: &'static str,
    reason: Option<&'r str>,
    findings: Vec<FindingEntry<'r>>,
    summary: Summary,
}

impl Stream {
    /// With these settings; with `only_findings`, lines with nothing to say about them have no answer.
    pub fn new(settings: Settings, only_findings: bool) -> Self {
        Self { checker: Checker::new(settings), only_findings }
    }

    /// Checks a line and adds its answer, with a line break.
    ///
    /// # Errors
    /// Never, as far as is known: what the serializer says.
    pub fn answer(&self, line: &Line, out: &mut Vec<u8>) -> io::Result<Verdict> {
        let bytes = line.bytes.strip_prefix(UTF8_MARK).unwrap_or(&line.bytes);
        let skipped = line.bytes.len() - bytes.len();
        let lossy;
        let Row { mut id, path, document } = row::read(bytes);
        if id.is_none() && document.is_err() {
            // The id may stand behind bytes that are no text.
            lossy = String::from_utf8_lossy(bytes);
            id = row::id(&lossy);
        }
        let looked = || self.look(line, bytes, skipped, path.as_deref(), document);
        // The rules are guarded one by one; this is for everything else.
        let (report, reason) = catch_unwind(AssertUnwindSafe(looked)).unwrap_or_else(|_| {
            self.refuse(path.as_deref(), "internal error".to_owned(), "please report it, with the template")
        });
        self.write(line.number, id, &report, reason.as_deref(), out)
    }

    /// The report on the template of a line, and why it was not checked, if it was not.
    fn look(
        &self,
        line: &Line,
        bytes: &[u8],
        skipped: usize,
        path: Option<&str>,
        document: Result<Document<'_>, Fault>,
    ) -> (Report, Option<String>) {
        if line.is_cut() {
            let (size, limit) = (number(usize::try_from(line.size).unwrap_or(usize::MAX)), number(line.bytes.len()));
            let reason = format!("the line has {size} bytes and was not read; the limit is {limit}");
            return self.refuse(path, reason, "check that it is a template, or raise the limit with --max-line-size");
        }
        let whole = || Source::new(path.unwrap_or(NAMELESS_JSON), bytes.to_vec()).within_line(skipped, 0);
        let report = match document {
            Ok(Document::Line) => self.checker.check(whole()),
            Ok(Document::Value(value)) => {
                let start = value.as_ptr() as usize - bytes.as_ptr() as usize;
                let before = String::from_utf8_lossy(&bytes[..start]).chars().count();
                let source = Source::new(path.unwrap_or(NAMELESS_JSON), value.as_bytes().to_vec());
                self.checker.check(source.within_line(skipped + start, before))
            }
            Ok(Document::Text(text)) => {
                let json = text.trim_start_matches('\u{FEFF}').trim_start().starts_with(['{', '[']);
                let name = path.unwrap_or(if json { NAMELESS_JSON } else { NAMELESS_YAML });
                self.checker.check(Source::new(name, text.into_bytes()))
            }
            Err(Fault::Keys(what)) => {
                return self.refuse(path, format!("the line can not be read: {what}"), SHAPES);
            }
            Err(Fault::NotJson(what)) => {
                let report = self.checker.check(whole());
                // The findings say what is wrong and where, unless YAML would read it as something else.
                if is_checked(&report) && report.files.iter().all(|file| file.outline.is_empty()) {
                    return self.refuse(path, format!("the line is not JSON: {what}"), SHAPES);
                }
                report
            }
        };
        let reason = (!is_checked(&report)).then(|| reason(&report));
        (report, reason)
    }

    /// The report on a line without a template that could be looked at.
    fn refuse(&self, path: Option<&str>, reason: String, help: &str) -> (Report, Option<String>) {
        let source = Source::with_trouble(path.unwrap_or(NAMELESS_JSON), Trouble::Unreadable(reason.clone()));
        let mut report = Report::default();
        report.files.push(File::read(FileId::default(), source, true));
        if let Some(entry) = rules::by_id("syntax/unreadable").filter(|entry| self.checker.asks(entry.metadata)) {
            let rule = entry.metadata;
            report.findings.push(Finding {
                rule,
                severity: rule.severity,
                outcome: rule.outcome,
                confidence: rule.confidence,
                message: reason.clone(),
                help: help.to_owned(),
                meta: rule.meta(),
                place: Place { file: FileId::default(), span: Span::at(0) },
                template: None,
                language: None,
                component: None,
                related: Vec::new(),
                fixes: Vec::new(),
            });
        }
        (report, Some(reason))
    }

    fn write(
        &self,
        line: u64,
        id: Option<&RawValue>,
        report: &Report,
        reason: Option<&str>,
        out: &mut Vec<u8>,
    ) -> io::Result<Verdict> {
        let worst = report.findings.iter().map(|finding| finding.severity).max();
        let verdict = Verdict { checked: reason.is_none(), worst };
        if self.only_findings && verdict.checked && worst.is_none() {
            return Ok(verdict);
        }
        let status = if verdict.checked { "checked" } else { "unchecked" };
        let answer = Answer { line, status, reason, findings: finding_entries(report), summary: report.summary() };
        let answer = one_line(&answer)?;
        out.extend_from_slice(b"{\"id\":");
        let id = id.map_or("null", RawValue::get);
        // Between values a CR is a blank, but some programs would end the line there.
        out.extend(id.bytes().map(|byte| if byte == b'\r' { b' ' } else { byte }));
        out.push(b',');
        out.extend_from_slice(answer.strip_prefix('{').unwrap_or(&answer).as_bytes());
        out.push(b'\n');
        Ok(verdict)
    }
}

fn is_checked(report: &Report) -> bool {
    report.failures.is_empty() && report.files.iter().all(|file| report.status(file) != FileStatus::Unchecked)
}

/// Why a report is not about all of its template.
fn reason(report: &Report) -> String {
    if let Some((_, failure)) = report.failures.first() {
        return format!("internal error in rule {}: {}", failure.rule, failure.message);
    }
    let syntax = report.findings.iter().find(|finding| finding.rule.family() == "syntax");
    syntax.map_or_else(|| "it could not be read to its end".to_owned(), |finding| finding.message.clone())
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::rules::{Context, Entry, Rule};

    struct Panics;

    impl Rule for Panics {
        #[allow(clippy::panic)]
        fn file(&self, file: &File, _cx: &mut Context<'_>) {
            assert!(!file.source.text().contains("bang"), "it went bang");
        }
    }

    #[test]
    fn a_rule_that_panics_leaves_its_line_unchecked_and_no_other() {
        let metadata = rules::by_id("variables/edge").unwrap().metadata;
        let rules = vec![Entry { metadata, rule: &Panics }];
        let stream = Stream { checker: Checker::with_rules(Settings::default(), rules), only_findings: false };
        let told = |text: &str| {
            let bytes = format!(r#"{{"id": 7, "template": {{"name": "{text}", "components": []}}}}"#).into_bytes();
            let line = Line { number: 3, size: bytes.len() as u64, bytes };
            let mut out = Vec::new();
            let verdict = stream.answer(&line, &mut out).unwrap();
            (verdict.checked, serde_json::from_slice::<Value>(&out).unwrap())
        };
        let (checked, answer) = told("bang");
        assert!(!checked);
        assert_eq!((&answer["id"], &answer["line"], &answer["status"]), (&7.into(), &3.into(), &"unchecked".into()));
        assert_eq!(answer["reason"], "internal error in rule variables/edge: it went bang");
        let (checked, answer) = told("quiet");
        assert!(checked && answer["reason"].is_null());
    }
}
