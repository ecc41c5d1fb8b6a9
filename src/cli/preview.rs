//! `walint preview`: how messages look to their recipients.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::sync::Arc;

use anstream::StripStream;
use rayon::prelude::*;

use crate::check::{Report, check};
use crate::config::Config;
use crate::finding::FileId;
use crate::input::{DiskMedia, Found, Source, read_file, walk};
use crate::preview::{Languages, Stage, members, write_html, write_json, write_terminal};
use crate::rules::File;
use crate::settings::Settings;

use super::Exit;
use super::args::{PreviewArgs, PreviewFormat};
use super::configuration::{configuration, file_size};
use super::output::write_file;
use super::pictures::LocalPictures;
use super::terminal::Terminal;

/// How many columns are drawn where nobody says how many there are.
const COLUMNS: usize = 100;

/// Shows the messages of the files that the command line names.
pub fn run(args: &PreviewArgs, terminal: &mut Terminal) -> io::Result<Exit> {
    let found = walk(&args.paths);
    if let Some(name) = overwritten(args, &found) {
        terminal.complain(&format!("{name} is to be shown, so the preview can not be written over it"));
        return Ok(Exit::Usage);
    }
    let config = match configuration(args.config.as_deref()) {
        Ok(config) => config,
        Err(messages) => {
            messages.iter().for_each(|message| terminal.complain(message));
            return Ok(Exit::Usage);
        }
    };
    let limit = file_size(args.max_file_size, &config);
    let sources: Vec<Source> = found.par_iter().map(|file| read_file(file, limit)).collect();
    let languages = Languages(args.language.clone());
    let mut page = Vec::new();
    let files = match args.format {
        PreviewFormat::Json => {
            let files = read(sources, &found);
            write_json(&files, &languages, &mut page)?;
            files
        }
        PreviewFormat::Human | PreviewFormat::Html => {
            let report = check(sources, &settings(&found, config));
            draw(&report, args, &languages, &mut page)?;
            report.files
        }
    };
    match &args.output {
        None if args.format == PreviewFormat::Human => terminal.show(&page)?,
        None => terminal.out().write_all(&page)?,
        Some(path) => {
            if let Err(failure) = write_file(path, &page) {
                terminal.complain(&failure.message);
                return Ok(failure.exit);
            }
        }
    }
    terminal.flush()?;
    Ok(verdict(&files, &languages, terminal))
}

/// The file to show that the output would take the place of.
fn overwritten<'f>(args: &PreviewArgs, found: &'f [Found]) -> Option<&'f str> {
    let output = fs::canonicalize(args.output.as_ref()?).ok()?;
    let same = |file: &&Found| fs::canonicalize(&file.path).is_ok_and(|path| path == output);
    found.iter().find(same).map(|file| file.name.as_str())
}

/// Reads the templates of the sources, many at a time.
pub(super) fn read(sources: Vec<Source>, found: &[Found]) -> Vec<File> {
    let read = |(index, (source, found)): (usize, (Source, &Found))| {
        File::read(FileId(u32::try_from(index).unwrap_or(u32::MAX)), source, found.named)
    };
    sources.into_par_iter().zip(found).enumerate().map(read).collect()
}

fn named(found: &[Found]) -> HashSet<String> {
    found.iter().filter(|file| file.named).map(|file| file.name.clone()).collect()
}

fn settings(found: &[Found], config: Config) -> Settings {
    Settings { named: named(found), config, media: Some(Arc::new(DiskMedia)), ..Settings::default() }
}

fn draw(report: &Report, args: &PreviewArgs, languages: &Languages, page: &mut Vec<u8>) -> io::Result<()> {
    let stage = if args.raw { Stage::Written } else { Stage::Sent };
    match (args.format, &args.output) {
        (PreviewFormat::Html, _) => write_html(report, languages, stage, &LocalPictures, page),
        (_, None) => write_terminal(report, languages, stage, columns(), page),
        // A file has no colours.
        (_, Some(_)) => write_terminal(report, languages, stage, COLUMNS, &mut StripStream::new(page)),
    }
}

/// How wide the terminal is that the output goes to.
pub(super) fn columns() -> usize {
    terminal_size::terminal_size_of(io::stdout()).map_or(COLUMNS, |(width, _)| width.0.into())
}

/// What is not shown is told: a preview that lacks a file must not look like one that has nothing to show.
pub(super) fn verdict(files: &[File], languages: &Languages, terminal: &mut Terminal) -> Exit {
    let mut exit = Exit::Clean;
    for file in files {
        let path = file.source.path();
        let reason = match () {
            () if !file.complete => "could not be read, or not wholly; `walint check` says why",
            () if file.named && file.outline.templates == 0 => "holds no template",
            () => continue,
        };
        terminal.complain(&format!("{path} {reason}"));
        exit = Exit::Unchecked;
    }
    if exit == Exit::Clean && members(files, languages).next().is_none() {
        terminal.complain(&nothing_to_show(files, languages));
        exit = Exit::Unchecked;
    }
    exit
}

fn nothing_to_show(files: &[File], languages: &Languages) -> String {
    let mut others: Vec<&str> = members(files, &Languages::default()).filter_map(|member| member.language()).collect();
    others.sort_unstable();
    others.dedup();
    match others.is_empty() {
        false => format!("nothing is written in {}; there is {}", languages.0.join(" or "), others.join(", ")),
        true => "no template was found".to_owned(),
    }
}
