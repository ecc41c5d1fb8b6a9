//! The formats of a report, and which one goes where.

use std::env;
use std::fmt;
use std::fs;
use std::io::{self, Write};

use clap::ValueEnum;

use crate::check::{FileStatus, Report};
use crate::finding::{Severity, sanitize};
use crate::report::{self, Human, Paths};
use crate::rules::File;

use super::Exit;
use super::args::CheckArgs;
use super::destination;
use super::output::write_file;
use super::statistics;
use super::terminal::Terminal;

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, with the lines.
    Human,
    /// One line a finding.
    Concise,
    /// For programs; its shape only ever grows.
    Json,
    /// SARIF 2.1.0: code scanning, editors.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
    /// GitLab's Code Quality report.
    Gitlab,
    /// JUnit's XML: the test reports of CI servers.
    Junit,
    /// Checkstyle's XML: CI servers, review bots.
    Checkstyle,
    /// A summary to paste into a review.
    Markdown,
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_possible_value().map_or(Ok(()), |value| f.write_str(value.get_name()))
    }
}

/// Writes all reports: first the files, so that a reader of standard output who goes away does not cost them.
///
/// # Errors
/// What standard output says. What goes wrong with a file is told, and is the exit.
pub fn write(report: &Report, args: &CheckArgs, terminal: &mut Terminal) -> io::Result<Option<Exit>> {
    let exit = write_files(report, args, terminal)?;
    let colour = terminal.colour();
    print(report, args, colour, terminal.out())?;
    terminal.flush()?;
    Ok(exit)
}

/// Writes the reports that go to files. What goes wrong with one is told, and is the exit.
pub fn write_files(report: &Report, args: &CheckArgs, terminal: &mut Terminal) -> io::Result<Option<Exit>> {
    let mut exit = None;
    for output in &args.output {
        let format = output.format.or(args.format).unwrap_or(Format::Human);
        if let Some(name) = destination::overwritten(report, &output.path) {
            terminal.complain(&format!("{name} was checked, so no report can be written over it"));
            exit = exit.max(Some(Exit::Usage));
            continue;
        }
        let mut bytes = Vec::new();
        render(report, format, args, &repository(), false, &mut bytes)?;
        if let Err(failure) = write_file(&output.path, &bytes) {
            terminal.complain(&failure.message);
            exit = exit.max(Some(failure.exit));
        }
    }
    Ok(exit)
}

/// Writes the report that is not in a file, if there is one.
pub fn print(report: &Report, args: &CheckArgs, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    let Some(format) = printed(args) else { return Ok(()) };
    let mut bytes = Vec::new();
    if args.statistics {
        statistics(report, format, args, colour, &mut bytes)?;
        return out.write_all(&bytes);
    }
    render(report, format, args, &repository(), colour, &mut bytes)?;
    out.write_all(&bytes)
}

/// Writes how often each rule has something to say; the other formats have no place for that.
fn statistics(report: &Report, format: Format, args: &CheckArgs, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    let mut lines = statistics::count(report);
    if format == Format::Json {
        return statistics::write_json(&lines, report.summary(), out);
    }
    lines.retain(|line| !args.quiet || line.severity == Severity::Error);
    statistics::write_table(&lines, out)?;
    if args.quiet { Ok(()) } else { Human::new(report, colour).summary(out, &report.summary()) }
}

/// How the report is written that is not in a file.
pub fn printed(args: &CheckArgs) -> Option<Format> {
    let wanted = args.output.iter().all(|output| output.format.is_some());
    // Annotations have no place for figures.
    let usual = || if args.statistics { Format::Human } else { default_format() };
    wanted.then(|| args.format.unwrap_or_else(usual))
}

fn is_set(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| value == "true")
}

fn default_format() -> Format {
    if is_set("GITHUB_ACTIONS") { Format::Github } else { Format::Human }
}

/// Paths for CI servers start at the root of the repository, wherever in it the step runs.
fn repository() -> Paths {
    let Some(folder) = env::current_dir().and_then(fs::canonicalize).ok() else { return Paths::default() };
    let named = [("GITHUB_ACTIONS", "GITHUB_WORKSPACE"), ("GITLAB_CI", "CI_PROJECT_DIR")];
    let root = named.into_iter().filter(|(server, _)| is_set(server)).find_map(|(_, variable)| env::var_os(variable));
    let root = root.and_then(|root| fs::canonicalize(root).ok()).filter(|root| folder.starts_with(root));
    Paths::new(root.as_deref().unwrap_or(&folder), &folder)
}

fn render(
    report: &Report,
    format: Format,
    args: &CheckArgs,
    paths: &Paths,
    colour: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Human => human(report, args, colour, out),
        Format::Concise => report::write_concise(report, args.quiet, colour, out),
        Format::Json => report::write_json(report, out),
        Format::Sarif => report::write_sarif(report, paths, out),
        Format::Github => report::write_github(report, paths, args.quiet, out),
        Format::Gitlab => report::write_gitlab(report, paths, out),
        Format::Junit => report::write_junit(report, paths, &|severity| args.fail_on.includes(severity), out),
        Format::Checkstyle => report::write_checkstyle(report, paths, out),
        Format::Markdown => report::write_markdown(report, args.quiet, out),
    }
}

fn human(report: &Report, args: &CheckArgs, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    let mut text = Vec::new();
    let human = Human::new(report, colour);
    let shown = report.findings.iter().filter(|finding| !args.quiet || finding.severity == Severity::Error);
    for finding in shown {
        human.finding(&mut text, finding)?;
    }
    if args.verbose {
        let passed_over = |file: &&File| report.status(file) == FileStatus::Other && !report.is_beside(file);
        for file in report.files.iter().filter(passed_over) {
            writeln!(text, "not a template: {}", sanitize(file.source.path()))?;
        }
    }
    match args.changed.nothing(report) {
        _ if args.quiet => {}
        Some(nothing) => writeln!(text, "{}", sanitize(&nothing))?,
        None => human.summary(&mut text, &report.summary())?,
    }
    out.write_all(report::guard(&String::from_utf8_lossy(&text)).as_bytes())
}
