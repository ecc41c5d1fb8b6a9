//! Messages as a page for the browser, with what `check` found beside them: one file that needs no network and runs no
//! script. Tabs and themes are radio buttons that the style sheet listens to.

mod album;
mod escape;
mod facts;
mod findings;
mod icon;
mod message;
mod text;

use std::io;

use crate::check::{FileStatus, Report};
use crate::finding::Finding;

use super::words::count;
use super::{Direction, Family, Languages, Member, Message, Stage, families};

use album::Album;
use escape::escape;
use findings::{Findings, word};
use message::Painter;

pub use album::Pictures;

const STYLE: &str = include_str!("style.css");

/// Nothing is loaded and nothing runs. The page's own style sheet and the pictures in it are all there is.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// Writes the page.
///
/// # Errors
/// What the writer says.
pub fn write_html(
    report: &Report,
    languages: &Languages,
    stage: Stage,
    pictures: &dyn Pictures,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let families = families(&report.files, languages);
    let mut page = Page { report, findings: Findings::of(report), album: Album::new(pictures), stage };
    let sections: String = families.iter().enumerate().map(|(index, family)| page.family(index, family)).collect();
    writeln!(out, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<meta name=\"referrer\" content=\"no-referrer\">\n<title>Message preview</title>")?;
    writeln!(out, "<style>\n{STYLE}{}</style>\n</head>\n<body>", page.album.style())?;
    writeln!(out, "{}\n<main>", top(report, &families))?;
    let files = page.findings.files();
    if !files.is_empty() {
        writeln!(out, "<section class=\"family\"><h2>Files</h2>{}</section>", page.findings.list(&files))?;
    }
    writeln!(out, "{sections}</main>\n</body>\n</html>")
}

struct Page<'r, 'p> {
    report: &'r Report,
    findings: Findings<'r>,
    album: Album<'p>,
    stage: Stage,
}

impl<'r> Page<'r, '_> {
    fn family(&mut self, index: usize, family: &Family<'r>) -> String {
        let name = escape(family.name.unwrap_or("(no name)"));
        let category = family.members.first().and_then(|member| member.template.category.as_ref());
        let category =
            category.map(|category| format!(" <span class=\"category\">{}</span>", escape(&category.upper())));
        let common = self.findings.family(family);
        let common = if common.is_empty() { String::new() } else { self.findings.list(&common) };
        let variants: String = family
            .members
            .iter()
            .enumerate()
            .map(|(variant, member)| self.variant(&format!("f{index}"), variant, member))
            .collect();
        format!(
            "<section class=\"family\"><h2>{name}{}</h2>{common}<div class=\"languages\">{variants}</div></section>\n",
            category.unwrap_or_default()
        )
    }

    /// A tab with its message. Only siblings can tell each other in a style sheet which tab is chosen, so they
    /// alternate here, and the sheet puts the tabs into one row.
    fn variant(&mut self, group: &str, index: usize, member: &Member<'r>) -> String {
        let findings = self.findings.message(member);
        let id = format!("{group}v{index}");
        let checked = if index == 0 { " checked" } else { "" };
        let list = match findings.is_empty() {
            true => self.clean(member).to_owned(),
            false => self.findings.list(&findings),
        };
        let direction = Direction::of(member.variant);
        let template = member.file.source.path();
        let message = Message::of(member.variant, self.stage);
        let facts = facts::facts(&message);
        let message = Painter { album: &mut self.album, template, direction }.message(&message);
        format!(
            "<input type=\"radio\" name=\"{group}\" id=\"{id}\"{checked}><label for=\"{id}\">{}{}</label>\
             <article class=\"variant\"><div class=\"phone\"><div class=\"bar\"><i></i><b>Your business</b></div>\
             <div class=\"chat\"{} dir=\"{}\">{message}</div></div>\
             <aside>{list}{facts}<p class=\"file\">{}</p></aside></article>\n",
            tab(member),
            dot(&findings),
            language_attribute(member),
            text::code(direction),
            escape(template),
        )
    }

    /// What stands beside a message without findings. Nothing is promised where not all was looked at.
    fn clean(&self, member: &Member<'r>) -> &'static str {
        match self.report.status(member.file) {
            FileStatus::Checked => "<p class=\"clean\">No findings for this message.</p>",
            FileStatus::Unchecked | FileStatus::Other => "<p>The file of this message could not be checked.</p>",
        }
    }
}

fn tab(member: &Member<'_>) -> String {
    let code = escape(member.language().unwrap_or("(no language)"));
    let name = member.language_name().map(|name| format!(" <small>{}</small>", escape(name)));
    format!("<span>{code}{}</span>", name.unwrap_or_default())
}

/// A dot in the colour of the worst finding.
fn dot(findings: &[&Finding]) -> String {
    let worst = findings.iter().map(|finding| finding.severity).max();
    worst.map(|severity| format!("<i class=\"dot {0}\" title=\"{0}\"></i>", word(severity))).unwrap_or_default()
}

/// ` lang="pt-BR"`, where the code is one that a browser could know.
fn language_attribute(member: &Member<'_>) -> String {
    let known = member.language().filter(|code| code.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_'));
    known.map(|code| format!(" lang=\"{}\"", escape(&code.replace('_', "-")))).unwrap_or_default()
}

fn top(report: &Report, families: &[Family<'_>]) -> String {
    let summary = report.summary();
    let messages: usize = families.iter().map(|family| family.members.len()).sum();
    let mut figures = format!("{}, {}", count(families.len(), "template"), count(messages, "message"));
    for (number, noun) in [(summary.errors, "error"), (summary.warnings, "warning"), (summary.notes, "note")] {
        if number > 0 {
            figures.push_str(&format!(" <b class=\"{noun}\">{}</b>", count(number, noun)));
        }
    }
    let theme = |id: &str, name: &str, checked: &str| {
        format!("<input type=\"radio\" name=\"theme\" id=\"{id}\"{checked}><label for=\"{id}\">{name}</label>")
    };
    format!(
        "<header class=\"top\"><div><h1>Message preview</h1><p>{figures}</p></div>\
         <div class=\"themes\" role=\"radiogroup\" aria-label=\"Theme\">{}{}{}</div></header>",
        theme("theme-auto", "Auto", " checked"),
        theme("theme-light", "Light", ""),
        theme("theme-dark", "Dark", ""),
    )
}
