//! Messages as bubbles made of characters, with the formatting that a terminal can show.

mod bubble;
mod picture;
mod row;
mod text;
mod wrap;

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use crate::check::Report;
use crate::finding::sanitize;

use super::words::count;
use super::{Direction, Family, Languages, Member, Message, Stage, families};

use picture::Picture;
use row::Row;

/// The narrowest terminal that is drawn for, and the widest.
const WIDTHS: (usize, usize) = (24, 240);

/// Writes all messages and, at the end, how many findings there are. Colours and styles are written as escapes,
/// which the stream takes out where they are not wanted.
///
/// # Errors
/// What the writer says.
pub fn write_terminal(
    report: &Report,
    languages: &Languages,
    stage: Stage,
    width: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let width = width.clamp(WIDTHS.0, WIDTHS.1);
    for family in families(&report.files, languages) {
        write_family(&family, stage, width, out)?;
    }
    write_findings(report, out)
}

fn write_family(family: &Family<'_>, stage: Stage, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let bold = Style::new().bold();
    let first = family.members.first().map_or("", |member| member.file.source.path());
    writeln!(out, "{bold}{}{bold:#}  {}", sanitize(family.name.unwrap_or("(no name)")), sanitize(first))?;
    let pictures = family.members.iter().map(|member| picture(member, first, stage, width)).collect();
    Picture::beside(pictures, width).write(out)?;
    writeln!(out)
}

/// The message under the name of its language, and of its file where that is not the one above.
fn picture(member: &Member<'_>, first: &str, stage: Stage, width: usize) -> Picture {
    let language = match (member.language(), member.language_name()) {
        (Some(code), Some(name)) => format!("{code} · {name}"),
        (Some(code), None) => code.to_owned(),
        (None, _) => "(no language)".to_owned(),
    };
    let path = member.file.source.path();
    let title = if path == first { language } else { format!("{language} · {path}") };
    let title = Row::cut(&format!(" {}", sanitize(&title)), Style::new().dimmed(), bubble::WIDTH.min(width));
    let message = Message::of(member.variant, stage);
    Picture::stacked([Picture::new(vec![title]), bubble::message(&message, Direction::of(member.variant), width)])
}

/// `2 errors, 1 warning: run walint check to see them.`
fn write_findings(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let summary = report.summary();
    let red = AnsiColor::Red.on_default().bold();
    let yellow = AnsiColor::Yellow.on_default();
    let found: Vec<String> =
        [(summary.errors, "error", red), (summary.warnings, "warning", yellow), (summary.notes, "note", Style::new())]
            .into_iter()
            .filter(|&(number, ..)| number > 0)
            .map(|(number, noun, style)| format!("{style}{}{style:#}", count(number, noun)))
            .collect();
    if found.is_empty() { Ok(()) } else { writeln!(out, "{}: run `walint check` to see why.", found.join(", ")) }
}
