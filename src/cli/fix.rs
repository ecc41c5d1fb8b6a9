//! `walint check --fix` and `--diff`: puts right what can be, or shows how.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use clap::Args;

use crate::check::{Report, check};
use crate::finding::{Applicability, FileId, sanitize};
use crate::fix::{Applied, Change, Fixed, Harm, Refused, fix, unified};
use crate::input::Source;
use crate::settings::Settings;

use super::Exit;
use super::args::{CheckArgs, FailOn};
use super::baseline::Plan;
use super::check::verdict;
use super::follow::Follower;
use super::formats::{self, Format};
use super::output::write_file_if;
use super::terminal::Terminal;
use super::writable::{Project, is_unchanged};

#[derive(Debug, Args)]
pub struct FixArgs {
    /// Put right what can be without changing the meaning, and say what was done. With `-` the fixed text goes to
    /// standard output and the findings to standard error.
    #[arg(long)]
    pub fix: bool,
    /// With --fix or --diff: also fixes that change words or meaning. Read the result before you use it.
    #[arg(long)]
    pub unsafe_fixes: bool,
    /// Show what --fix would change, and change nothing.
    #[arg(long)]
    pub diff: bool,
}

impl FixArgs {
    /// Whether the files are to be fixed, or it is to be shown how.
    pub fn is_wanted(&self) -> bool {
        self.fix || self.diff
    }

    /// What is wrong with the command line, if something is.
    pub fn refused(&self, paths: &[PathBuf]) -> Option<&'static str> {
        if self.unsafe_fixes && !self.is_wanted() {
            return Some("--unsafe-fixes goes with --fix or with --diff");
        }
        let stdin = paths.iter().any(|path| path.as_os_str() == "-");
        (self.fix && !self.diff && stdin && paths.len() > 1)
            .then_some("--fix writes standard input to standard output, so `-` has to be the only path")
    }
}

/// Fixes the sources and writes the files, shows how they would be fixed, or writes standard input fixed.
pub fn run(
    args: &CheckArgs,
    sources: Vec<Source>,
    paths: &[Option<PathBuf>],
    settings: &Settings,
    baseline: &Plan,
    follower: &mut Follower,
    terminal: &mut Terminal,
) -> io::Result<Exit> {
    let allowed = if args.fix.unsafe_fixes { Applicability::Unsafe } else { Applicability::Safe };
    let mut fixed = fix(sources, settings, allowed);
    follower.end_progress();
    if args.fix.diff {
        fixed.report.narrow(settings);
        return show(args, &fixed, terminal);
    }
    if matches!(paths, [None]) {
        if let Err(exit) = baseline.follow(args, &mut fixed.report, &settings.config.root, terminal) {
            return Ok(exit);
        }
        return pass_on(args, &fixed, terminal);
    }
    let Fixed { mut report, mut changes, refused } = fixed;
    let written = write(&report, &changes, paths, terminal);
    let fails = written.iter().any(|done| !done);
    if fails {
        // What is told has to be about the files as they are.
        let unwritten: Vec<&Change> =
            changes.iter().zip(&written).filter(|(_, done)| !**done).map(|(change, _)| change).collect();
        report = check(as_they_are(&report, &unwritten), settings);
        let mut done = written.iter();
        changes.retain(|_| done.next().is_some_and(|done| *done));
    }
    if let Err(exit) = baseline.follow(args, &mut report, &settings.config.root, terminal) {
        return Ok(exit);
    }
    report.narrow(settings);
    let fixed = Fixed { report, changes, refused };
    tell(&fixed, args, terminal)?;
    let failure = formats::write(&fixed.report, args, terminal)?;
    let exit = match verdict(&fixed.report, args, terminal) {
        _ if fails => Exit::Unchecked,
        Exit::Clean if !fixed.changes.is_empty() && args.fail_on != FailOn::Never => Exit::Findings,
        exit => exit,
    };
    Ok(failure.map_or(exit, |failure| failure.max(exit)))
}

/// Writes the diff of every file that would change, and nothing else, so that it can be applied.
fn show(args: &CheckArgs, fixed: &Fixed, terminal: &mut Terminal) -> io::Result<Exit> {
    let to_a_person = io::stdout().is_terminal();
    for change in &fixed.changes {
        let path = fixed.report.source(change.file).map_or("", Source::path);
        for line in unified(path, change).split_inclusive('\n') {
            if to_a_person {
                writeln!(terminal.out(), "{}", sanitize(line.trim_end_matches(['\n', '\r'])))?;
            } else {
                terminal.out().write_all(line.as_bytes())?;
            }
        }
    }
    terminal.flush()?;
    told(fixed, "Would fix", terminal.err())?;
    // What is left is not shown, and so does not count; what could not be read does.
    match verdict(&fixed.report, args, terminal) {
        Exit::Clean | Exit::Findings if fixed.changes.is_empty() => Ok(Exit::Clean),
        Exit::Clean | Exit::Findings => Ok(Exit::Findings),
        exit => Ok(exit),
    }
}

/// Writes standard input as it is after the fixes. Findings go where they do not mix with it.
fn pass_on(args: &CheckArgs, fixed: &Fixed, terminal: &mut Terminal) -> io::Result<Exit> {
    // Of what is no text, or too large, nothing whole is at hand.
    let readable = fixed.report.files.iter().map(|file| &file.source).filter(|source| source.trouble().is_none());
    for source in readable {
        terminal.out().write_all(source.whole().as_bytes())?;
    }
    terminal.flush()?;
    told(fixed, "Fixed", terminal.err())?;
    let failure = formats::write_files(&fixed.report, args, terminal)?;
    let colour = terminal.colour();
    formats::print(&fixed.report, args, colour, terminal.err())?;
    let exit = verdict(&fixed.report, args, terminal);
    Ok(failure.map_or(exit, |failure| failure.max(exit)))
}

/// Writes each changed file; says of each whether it is written.
fn write(report: &Report, changes: &[Change], paths: &[Option<PathBuf>], terminal: &mut Terminal) -> Vec<bool> {
    let project = Project::here();
    let mut written = Vec::new();
    for change in changes {
        let name = report.source(change.file).map_or("", Source::path);
        let Some(Some(path)) = paths.get(change.file.0 as usize) else {
            written.push(false);
            continue;
        };
        let changed = || {
            let same = is_unchanged(path, change.before.as_bytes());
            (!same).then(|| "it changed since it was read".to_owned())
        };
        let refused = project.refuses(path).or_else(changed);
        let failed = match refused {
            Some(why) => Some(format!("{name} was not fixed: {why}")),
            None => write_file_if(path, change.after.as_bytes(), changed).err().map(|failure| failure.message),
        };
        written.push(failed.is_none());
        if let Some(message) = failed {
            terminal.complain(&message);
        }
    }
    written
}

/// The sources, with those texts as they were that could not be written.
fn as_they_are(report: &Report, unwritten: &[&Change]) -> Vec<Source> {
    let text = |file: &crate::rules::File| match unwritten.iter().find(|change| change.file == file.id) {
        Some(change) => change.before.trim_start_matches('\u{FEFF}').to_owned(),
        None => file.source.text().to_owned(),
    };
    report.files.iter().map(|file| file.source.with_text(text(file))).collect()
}

/// Says what was fixed where it does not disturb a program that reads the report.
fn tell(fixed: &Fixed, args: &CheckArgs, terminal: &mut Terminal) -> io::Result<()> {
    match formats::printed(args) {
        Some(Format::Human) => told(fixed, "Fixed", terminal.out()),
        _ => told(fixed, "Fixed", terminal.err()),
    }
}

fn told(fixed: &Fixed, verb: &str, out: &mut dyn Write) -> io::Result<()> {
    let name = |file: FileId| sanitize(fixed.report.source(file).map_or("", Source::path));
    let count: usize = fixed.changes.iter().flat_map(|change| &change.applied).map(|applied| applied.count).sum();
    if count > 0 {
        writeln!(out, "{verb} {} in {}:", counted(count, "finding"), counted(fixed.changes.len(), "file"))?;
    }
    for change in &fixed.changes {
        for Applied { rule, title, count } in &change.applied {
            let times = if *count > 1 { format!(", {count} times") } else { String::new() };
            writeln!(out, "  {}: {} ({rule}{times})", name(change.file), sanitize(title))?;
        }
    }
    for Refused { file, rule, title, harm, count } in &fixed.refused {
        let more = if *count > 1 { format!(" and {} more", count - 1) } else { String::new() };
        let why = because(*harm);
        writeln!(out, "Not applied in {}: {}{more} ({rule}), because {why}", name(*file), sanitize(title))?;
    }
    if count > 0 || !fixed.refused.is_empty() { writeln!(out) } else { Ok(()) }
}

fn because(harm: Harm) -> String {
    match harm {
        Harm::NewError(rule) => format!("it would bring a new error ({rule})"),
        Harm::Unreadable => "the file would be read wrongly afterwards".to_owned(),
        Harm::Elsewhere => "it would change something else, too".to_owned(),
        Harm::Again => "what it writes would have to be changed the same way again".to_owned(),
        Harm::Untried => "there is more to do than one run does; run again".to_owned(),
    }
}

fn counted(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
