//! `walint preview`: how messages look to their recipients.

use std::io;

use rayon::prelude::*;

use crate::finding::FileId;
use crate::input::{read_file, walk};
use crate::preview::write_json;
use crate::rules::File;

use super::Exit;
use super::args::{PreviewArgs, PreviewFormat};
use super::terminal::Terminal;

/// Shows the messages of the files that the command line names.
pub fn run(args: &PreviewArgs, terminal: &mut Terminal) -> io::Result<Exit> {
    let files: Vec<File> = walk(&args.paths)
        .par_iter()
        .enumerate()
        .map(|(index, found)| {
            let id = FileId(u32::try_from(index).unwrap_or(u32::MAX));
            File::read(id, read_file(found, args.max_file_size), found.named)
        })
        .collect();
    match args.format {
        PreviewFormat::Json => write_json(&files, terminal.out())?,
    }
    terminal.flush()?;
    Ok(verdict(&files, terminal))
}

/// What is not shown is told: a preview that lacks a file must not look like one that has nothing to show.
fn verdict(files: &[File], terminal: &mut Terminal) -> Exit {
    let mut exit = Exit::Clean;
    for file in files {
        let path = file.source.path();
        let reason = match () {
            () if !file.complete => "could not be read, or not wholly; `walint check` says why",
            () if file.named && file.content.templates.is_empty() => "holds no template",
            () => continue,
        };
        terminal.complain(&format!("{path} {reason}"));
        exit = Exit::Unchecked;
    }
    if exit == Exit::Clean && files.iter().all(|file| file.content.templates.is_empty()) {
        terminal.complain("no template was found");
        exit = Exit::Unchecked;
    }
    exit
}
