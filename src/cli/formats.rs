//! Which reports are written, in which format and where to.

use std::env;
use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::check::{FileStatus, Report};
use crate::finding::{FileId, Severity, sanitize};
use crate::input::{Found, Trouble, read_file};
use crate::report::{self, Human, Paths};
use crate::rules::File;
use crate::text::similar::nearest;

use super::Exit;
use super::args::CheckArgs;
use super::output::write_file;
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

/// A file to write a report to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// None: what standard output would have had.
    format: Option<Format>,
    path: PathBuf,
}

impl Output {
    /// Reads `FILE` or `FORMAT=FILE`.
    ///
    /// # Errors
    /// A sentence that says what was probably meant.
    pub fn parse(written: &str) -> Result<Self, String> {
        let (format, path) = match written.split_once('=') {
            Some((name, path)) if name.chars().all(|character| character.is_ascii_alphanumeric()) => {
                (Some(format_named(name)?), path)
            }
            _ => (None, written),
        };
        match path {
            "" => Err("the name of the file is missing".to_owned()),
            "-" => Err("standard output is what --format is for, and --output for files".to_owned()),
            path => Ok(Self { format, path: path.into() }),
        }
    }
}

fn format_named(name: &str) -> Result<Format, String> {
    Format::from_str(name, true).map_err(|_| {
        let all: Vec<String> = Format::value_variants().iter().map(ToString::to_string).collect();
        match nearest(name, all.iter().map(String::as_str)) {
            Some(near) => format!("there is no format `{name}`; did you mean `{near}`?"),
            None => format!(
                "there is no format `{name}`; the formats are {} (write `./{name}=...` for a file of that name)",
                all.join(", ")
            ),
        }
    })
}

/// Says what is wrong with the files to write, if anything.
pub fn mistake(args: &CheckArgs) -> Option<String> {
    if args.output.iter().filter(|output| output.format.is_none()).count() > 1 {
        return Some("say which format goes to which file: --output sarif=FILE --output junit=FILE".to_owned());
    }
    let twice = args
        .output
        .iter()
        .enumerate()
        .find(|(index, output)| args.output.iter().take(*index).any(|other| other.path == output.path));
    twice.map(|(_, output)| format!("two reports can not go to the same file, {}", output.path.display()))
}

/// Whether a file that was found on the way is the report of an earlier run, about to be replaced. A template is not,
/// and nothing is that could be one.
pub fn is_earlier_report(args: &CheckArgs, found: &Found) -> bool {
    if found.named || !args.output.iter().any(|output| same_file(&output.path, &found.path)) {
        return false;
    }
    let source = read_file(found, args.max_file_size);
    match source.trouble() {
        // No template is so large that it is not read; a report may well be.
        Some(Trouble::TooLarge { .. }) => true,
        Some(_) => false,
        None => {
            let file = File::read(FileId(0), source, false);
            file.complete && file.content.templates.is_empty()
        }
    }
}

fn same_file(one: &Path, other: &Path) -> bool {
    // The names first: asking the disk about each file of a large run costs time.
    one.file_name() == other.file_name()
        && matches!((fs::canonicalize(one), fs::canonicalize(other)), (Ok(one), Ok(other)) if one == other)
}

/// Writes all reports: first to standard output, then the files.
///
/// # Errors
/// What standard output says. What goes wrong with a file is told, and is the exit.
pub fn write(report: &Report, args: &CheckArgs, terminal: &mut Terminal) -> io::Result<Option<Exit>> {
    let paths = repository();
    let usual = args.output.iter().find(|output| output.format.is_none());
    if usual.is_none() {
        let format = args.format.unwrap_or_else(default_format);
        let mut bytes = Vec::new();
        render(report, format, args, &paths, terminal.colour(), &mut bytes)?;
        terminal.out().write_all(&bytes)?;
        terminal.flush()?;
    }
    let mut exit = None;
    for output in &args.output {
        let format = output.format.or(args.format).unwrap_or(Format::Human);
        if let Some(name) = overwritten(report, &output.path) {
            terminal.complain(&format!("{name} was checked, so no report can be written over it"));
            exit = exit.max(Some(Exit::Usage));
            continue;
        }
        let mut bytes = Vec::new();
        render(report, format, args, &paths, false, &mut bytes)?;
        if let Err(failure) = write_file(&output.path, &bytes) {
            terminal.complain(&failure.message);
            exit = exit.max(Some(failure.exit));
        }
    }
    Ok(exit)
}

/// The file of the run that the output would take the place of.
fn overwritten<'r>(report: &'r Report, output: &Path) -> Option<&'r str> {
    let checked = report.files.iter().filter(|file| report.status(file) != FileStatus::Other);
    checked.map(|file| file.source.path()).find(|path| same_file(output, Path::new(path)))
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
        for file in report.files.iter().filter(|file| report.status(file) == FileStatus::Other) {
            writeln!(text, "not a template: {}", sanitize(file.source.path()))?;
        }
    }
    if !args.quiet {
        human.summary(&mut text, &report.summary())?;
    }
    out.write_all(report::guard(&String::from_utf8_lossy(&text)).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_output_is_a_file_or_a_format_and_a_file() {
        let file = |format, path: &str| Ok(Output { format, path: path.into() });
        for (written, wanted) in [
            ("report.txt", file(None, "report.txt")),
            ("sarif=out/walint.sarif", file(Some(Format::Sarif), "out/walint.sarif")),
            ("JUnit=a=b.xml", file(Some(Format::Junit), "a=b.xml")),
            ("./a=b.txt", file(None, "./a=b.txt")),
            ("sarf=x", Err("there is no format `sarf`; did you mean `sarif`?".to_owned())),
            ("json=", Err("the name of the file is missing".to_owned())),
        ] {
            assert_eq!(Output::parse(written), wanted, "{written}");
        }
        assert!(Output::parse("-").is_err() && Output::parse("json=-").is_err() && Output::parse("").is_err());
    }
}
