//! What `check` found, beside the messages it is about.

use std::collections::HashMap;

use crate::check::Report;
use crate::finding::{FileId, Finding, Severity, position};
use crate::preview::{Family, Member};

use super::escape::escape;

/// What a finding is about: a template of a file, in one language or in all.
type Subject<'r> = (FileId, Option<&'r str>, Option<&'r str>);

/// The findings of a run by what they are about.
pub struct Findings<'r> {
    report: &'r Report,
    subjects: HashMap<Subject<'r>, Vec<&'r Finding>>,
}

impl<'r> Findings<'r> {
    /// Sorts them.
    pub fn of(report: &'r Report) -> Self {
        let mut subjects: HashMap<_, Vec<_>> = HashMap::new();
        for finding in &report.findings {
            let subject = (finding.place.file, finding.template.as_deref(), finding.language.as_deref());
            subjects.entry(subject).or_default().push(finding);
        }
        Self { report, subjects }
    }

    /// Those about one message.
    pub fn message(&self, member: &Member<'r>) -> Vec<&'r Finding> {
        let name = member.template.name.as_ref().map(|name| &*name.value);
        match (name, member.language()) {
            (name, language @ Some(_)) => self.about((member.file.id, name, language)),
            // Shown with the template or the file: it can not be told which of their messages they are about.
            (_, None) => Vec::new(),
        }
    }

    /// Those about a template in all its languages.
    pub fn family(&self, family: &Family<'r>) -> Vec<&'r Finding> {
        let Some(name) = family.name else { return Vec::new() };
        let mut files: Vec<FileId> = family.members.iter().map(|member| member.file.id).collect();
        files.dedup();
        files.into_iter().flat_map(|file| self.about((file, Some(name), None))).collect()
    }

    /// Those about files, and not about one of their templates.
    pub fn files(&self) -> Vec<&'r Finding> {
        self.report.findings.iter().filter(|finding| finding.template.is_none() && finding.language.is_none()).collect()
    }

    /// A list of findings.
    pub fn list(&self, findings: &[&Finding]) -> String {
        let items: String = findings.iter().map(|finding| self.item(finding)).collect();
        format!("<ul class=\"findings\">{items}</ul>")
    }

    fn about(&self, subject: Subject<'r>) -> Vec<&'r Finding> {
        self.subjects.get(&subject).cloned().unwrap_or_default()
    }

    fn item(&self, finding: &Finding) -> String {
        let word = word(finding.severity);
        let help = match finding.help.is_empty() {
            true => String::new(),
            false => format!("<p class=\"help\">{}</p>", quoted(&finding.help)),
        };
        format!(
            "<li class=\"{word}\"><p class=\"what\"><b>{word}</b> {}</p>{help}<p class=\"rule\"><code>{}</code> {}</p></li>",
            quoted(&finding.message),
            escape(finding.rule.id),
            escape(&self.place(finding)),
        )
    }

    /// `orders.yaml, line 7`
    fn place(&self, finding: &Finding) -> String {
        match self.report.source(finding.place.file) {
            None => String::new(),
            Some(source) if source.text().is_empty() => source.path().to_owned(),
            Some(source) => {
                let line = position(source, finding.place.span.range().start).line;
                format!("{}, line {line}", source.path())
            }
        }
    }
}

/// A sentence in which `backquotes` become an element.
fn quoted(sentence: &str) -> String {
    let parts: Vec<&str> = sentence.split('`').collect();
    // With a backquote left over, nobody knows which one it is.
    if parts.len().is_multiple_of(2) {
        return escape(sentence);
    }
    let part = |(index, part): (usize, &&str)| match index % 2 {
        0 => escape(part),
        _ => format!("<code class=\"inline\">{}</code>", escape(part)),
    };
    parts.iter().enumerate().map(part).collect()
}

/// The word for a severity, which is also its class in the style sheet.
pub fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
