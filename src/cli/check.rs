//! `walint check`: the main job.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::check::{FileStatus, Report, check};
use crate::config::Config;
use crate::finding::FileId;
use crate::input::{DiskMedia, Found, Source, read_file, read_stdin, walk};
use crate::observe::timed;
use crate::settings::{Selector, Settings};

use super::Exit;
use super::args::CheckArgs;
use super::baseline::{self, is_baseline};
use super::changed;
use super::configuration::{configuration, file_size};
use super::fix;
use super::follow::Follower;
use super::terminal::Terminal;
use super::{destination, formats};

/// Checks what the command line names.
pub fn run(args: &CheckArgs, terminal: &mut Terminal) -> io::Result<Exit> {
    if let Some(mistake) = mistake(args) {
        terminal.complain(&mistake);
        return Ok(Exit::Usage);
    }
    let mut settings = match settings(args) {
        Ok(settings) => settings,
        Err(messages) => {
            messages.iter().for_each(|message| terminal.complain(message));
            return Ok(Exit::Usage);
        }
    };
    let baseline = match baseline::Plan::new(args, &settings.config) {
        Ok(baseline) => baseline,
        Err(message) => {
            terminal.complain(&message);
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
    let gathered = timed(&*observer, "finding and reading the files", || sources(args, &mut settings, terminal));
    let (sources, paths) = match gathered {
        Ok(gathered) => gathered,
        Err(message) => {
            follower.end_progress();
            terminal.complain(&message);
            return Ok(Exit::Usage);
        }
    };
    if args.fix.is_wanted() {
        let exit = fix::run(args, sources, &paths, &settings, &baseline, &mut follower, terminal)?;
        follower.tell(terminal)?;
        return Ok(exit);
    }
    let mut report = check(sources, &settings);
    follower.end_progress();
    if let Err(exit) = baseline.follow(args, &mut report, &settings.config.root, terminal) {
        return Ok(exit);
    }
    report.narrow(&settings);
    let failure = timed(&*observer, "writing the report", || formats::write(&report, args, terminal))?;
    follower.tell(terminal)?;
    let verdict = verdict(&report, args, terminal);
    Ok(failure.map_or(verdict, |failure| failure.max(verdict)))
}

/// Says what is wrong with the command line, if anything.
fn mistake(args: &CheckArgs) -> Option<String> {
    let fix = args.fix.refused(&args.paths).map(str::to_owned);
    fix.or_else(|| changed::mistake(args)).or_else(|| destination::mistake(args))
}

fn settings(args: &CheckArgs) -> Result<Settings, Vec<String>> {
    let config = configuration(args.config.as_deref())?;
    let (select, ignore) = (selectors(&args.select)?, selectors(&args.ignore)?);
    Ok(Settings {
        select,
        ignore,
        extra: args.extra.clone(),
        config,
        media: Some(Arc::new(DiskMedia)),
        ..Settings::default()
    })
}

/// The rules and families of `--select` or `--ignore`.
pub(super) fn selectors(written: &[String]) -> Result<Vec<Selector>, Vec<String>> {
    written.iter().map(|name| Selector::parse(name).map_err(|message| vec![message])).collect()
}

/// The files and folders to check; none stands for the templates of this folder.
pub(super) fn paths(args: &CheckArgs) -> Vec<PathBuf> {
    match args.paths.as_slice() {
        [] if Path::new("templates").is_dir() => vec!["templates".into()],
        [] => vec![".".into()],
        paths => paths.iter().filter(|path| *path != Path::new("-")).cloned().collect(),
    }
}

/// Sources, and beside each where it came from; nothing for standard input.
type Gathered = (Vec<Source>, Vec<Option<PathBuf>>);

/// Reads the files, many at a time.
fn sources(args: &CheckArgs, settings: &mut Settings, terminal: &mut Terminal) -> Result<Gathered, String> {
    if let Some((sources, paths)) = changed::sources(args, settings)? {
        return Ok((sources, paths.into_iter().map(Some).collect()));
    }
    let stdin = Path::new("-");
    let limit = file_size(args.max_file_size, &settings.config);
    let mut found = walk(&paths(args));
    found.retain(|file| !is_own(args, file, &settings.config));
    found.iter_mut().for_each(|file| file.named &= !args.changed.skip_others);
    settings.named.extend(found.iter().filter(|file| file.named).map(|file| file.name.clone()));
    if !args.changed.beside.is_empty() {
        settings.only = Some(found.iter().map(|file| file.name.clone()).collect());
        found.extend(changed::beside(args, &found));
        // Which of two files is the second one does not depend on which is told of.
        found.sort_by(|one, other| one.path.cmp(&other.path));
    }
    for missing in args.changed.beside.iter().filter(|path| !path.exists()) {
        terminal.complain(&format!("there is no {} to be read beside the others", missing.display()));
    }
    let mut sources: Vec<Source> = found.par_iter().map(|file| read_file(file, limit)).collect();
    if args.paths.iter().any(|path| path == stdin) {
        let name = args.stdin_filename.as_deref().unwrap_or("<stdin>");
        settings.named.insert(name.to_owned());
        if let Some(only) = &mut settings.only {
            only.insert(name.to_owned());
        }
        sources.push(read_stdin(name, limit));
    }
    let mut paths: Vec<_> = found.into_iter().map(|file| Some(file.path)).collect();
    paths.resize(sources.len(), None);
    Ok((sources, paths))
}

/// Whether a file was written by an earlier run: a report, or the baseline.
pub(super) fn is_own(args: &CheckArgs, file: &Found, config: &Config) -> bool {
    let limit = file_size(args.max_file_size, config);
    destination::is_earlier_report(args, file, limit) || is_baseline(&file.path, args, config)
}

pub(super) fn verdict(report: &Report, args: &CheckArgs, terminal: &mut Terminal) -> Exit {
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
    if empty && !args.allow_empty && !args.changed.may_be_empty() {
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
