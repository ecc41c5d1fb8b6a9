//! `walint check`: the main job.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::check::{FileStatus, Report, check};
use crate::config::{self, Config};
use crate::finding::{FileId, Severity, position, sanitize};
use crate::input::{DiskMedia, Found, Source, read_file, read_stdin, walk};
use crate::observe::timed;
use crate::report::{Human, write_json};
use crate::settings::{Selector, Settings};

use super::Exit;
use super::args::{CheckArgs, Format};
use super::follow::Follower;
use super::statistics;
use super::terminal::Terminal;

/// The largest configuration that is read, in bytes.
const CONFIG_SIZE: u64 = 256 * 1024;

/// Checks what the command line names.
pub fn run(args: &CheckArgs, terminal: &mut Terminal) -> io::Result<Exit> {
    let mut settings = match settings(args) {
        Ok(settings) => settings,
        Err(messages) => {
            messages.iter().for_each(|message| terminal.complain(message));
            return Ok(Exit::Usage);
        }
    };
    if let Some(threads) = args.threads {
        // Fails only when a pool exists already, and then its size is the one to use.
        drop(rayon::ThreadPoolBuilder::new().num_threads(threads.into()).build_global());
    }
    let mut follower = Follower::start(&args.follow, args.quiet);
    let observer = follower.observer();
    settings.observer = Some(Arc::clone(&observer));
    let sources = timed(&*observer, "finding and reading the files", || sources(args, &mut settings));
    let report = check(sources, &settings);
    follower.end_progress();
    timed(&*observer, "writing the report", || match args.format {
        Format::Human if args.statistics => write_statistics(&report, args, terminal),
        Format::Human => write_human(&report, args, terminal),
        Format::Json if args.statistics => {
            statistics::write_json(&statistics::count(&report), report.summary(), terminal.out())
        }
        Format::Json => write_json(&report, terminal.out()),
    })?;
    terminal.flush()?;
    follower.tell(terminal)?;
    Ok(verdict(&report, args, terminal))
}

fn write_statistics(report: &Report, args: &CheckArgs, terminal: &mut Terminal) -> io::Result<()> {
    let mut lines = statistics::count(report);
    lines.retain(|line| !args.quiet || line.severity == Severity::Error);
    statistics::write_table(&lines, terminal.out())?;
    if args.quiet {
        return Ok(());
    }
    Human::new(report, terminal.colour()).summary(terminal.out(), &report.summary())
}

fn settings(args: &CheckArgs) -> Result<Settings, Vec<String>> {
    let config = configuration(args.config.as_deref())?;
    let selectors = |written: &[String]| -> Result<Vec<Selector>, Vec<String>> {
        written.iter().map(|name| Selector::parse(name).map_err(|message| vec![message])).collect()
    };
    let (select, ignore) = (selectors(&args.select)?, selectors(&args.ignore)?);
    Ok(Settings { select, ignore, config, media: Some(Arc::new(DiskMedia)), ..Settings::default() })
}

/// The configuration that was named, else the nearest one, else none.
pub(super) fn configuration(named: Option<&Path>) -> Result<Config, Vec<String>> {
    let nearest = || std::env::current_dir().ok().and_then(|folder| config::discover(&folder));
    let Some(path) = named.map(Path::to_path_buf).or_else(nearest) else { return Ok(Config::default()) };
    let name = path
        .file_name()
        .filter(|_| named.is_none())
        .map_or_else(|| path.display().to_string(), |name| name.display().to_string());
    let found = Found { path, name, named: true, trouble: None };
    let source = read_file(&found, CONFIG_SIZE);
    Config::read(&source).map_err(|errors| {
        let told = errors.iter().map(|error| {
            let place = position(&source, error.span.range().start);
            format!("{}:{}:{}: {}", source.path(), place.line, place.column, error.message)
        });
        told.collect()
    })
}

/// The files and folders to check; none stands for the templates of this folder.
pub(super) fn paths(args: &CheckArgs) -> Vec<PathBuf> {
    match args.paths.as_slice() {
        [] if Path::new("templates").is_dir() => vec!["templates".into()],
        [] => vec![".".into()],
        paths => paths.iter().filter(|path| *path != Path::new("-")).cloned().collect(),
    }
}

/// Reads the files, many at a time.
fn sources(args: &CheckArgs, settings: &mut Settings) -> Vec<Source> {
    let stdin = Path::new("-");
    let found = walk(&paths(args));
    settings.named.extend(found.iter().filter(|file| file.named).map(|file| file.name.clone()));
    let mut sources: Vec<Source> = found.par_iter().map(|file| read_file(file, args.max_file_size)).collect();
    if args.paths.iter().any(|path| path == stdin) {
        let name = args.stdin_filename.as_deref().unwrap_or("<stdin>");
        settings.named.insert(name.to_owned());
        sources.push(read_stdin(name, args.max_file_size));
    }
    sources
}

fn write_human(report: &Report, args: &CheckArgs, terminal: &mut Terminal) -> io::Result<()> {
    let human = Human::new(report, terminal.colour());
    let shown = report.findings.iter().filter(|finding| !args.quiet || finding.severity == Severity::Error);
    for finding in shown {
        human.finding(terminal.out(), finding)?;
    }
    if args.verbose {
        for file in report.files.iter().filter(|file| report.status(file) == FileStatus::Other) {
            writeln!(terminal.out(), "not a template: {}", sanitize(file.source.path()))?;
        }
    }
    if !args.quiet {
        human.summary(terminal.out(), &report.summary())?;
    }
    Ok(())
}

fn verdict(report: &Report, args: &CheckArgs, terminal: &mut Terminal) -> Exit {
    let mut complete = true;
    let spoken_of: HashSet<FileId> = report.findings.iter().map(|finding| finding.place.file).collect();
    for file in report.files.iter().filter(|file| report.status(file) == FileStatus::Unchecked) {
        complete = false;
        // Said here where no finding says it, because its rule is not selected.
        if !spoken_of.contains(&file.id) {
            terminal.complain(&format!("{} could not be checked", file.source.path()));
        }
    }
    for (file, failure) in &report.failures {
        complete = false;
        let name = file.and_then(|file| report.source(file)).map_or("the run", Source::path);
        terminal.complain(&format!("internal error in rule {} on {name}: {}", failure.rule, failure.message));
    }
    let empty = report.files.iter().all(|file| report.status(file) == FileStatus::Other);
    if empty && !args.allow_empty {
        terminal.complain(&nothing_to_check(report));
        return Exit::Unchecked;
    }
    if !complete {
        return Exit::Unchecked;
    }
    let fails = report.findings.iter().any(|finding| args.fail_on.includes(finding.severity));
    if fails { Exit::Findings } else { Exit::Clean }
}

fn nothing_to_check(report: &Report) -> String {
    let found = match report.files.len() {
        0 => "no YAML or JSON file was found".to_owned(),
        1 => "the only YAML or JSON file found is not a template".to_owned(),
        count => format!("none of the {count} YAML and JSON files found is a template"),
    };
    format!("{found}; name a file or folder with templates, or say --allow-empty if that is fine")
}
