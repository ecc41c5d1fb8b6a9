//! `walint variants`: which templates exist in which languages.

use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::input::{Source, read_file, walk};
use crate::preview::Languages;
use crate::report::{write_matrix, write_matrix_json, write_matrix_markdown};
use crate::rules::{File, Files};
use crate::variants::{Matrix, compare};

use super::Exit;
use super::args::{MatrixFormat, VariantsArgs};
use super::configuration::{configuration, file_size};
use super::preview::{columns, read, verdict};
use super::terminal::Terminal;

/// Shows the languages of the templates that the command line names.
pub fn run(args: &VariantsArgs, terminal: &mut Terminal) -> io::Result<Exit> {
    let config = match configuration(args.config.as_deref()) {
        Ok(config) => config,
        Err(messages) => {
            messages.iter().for_each(|message| terminal.complain(message));
            return Ok(Exit::Usage);
        }
    };
    let paths: Vec<PathBuf> = match args.paths.as_slice() {
        [] if Path::new("templates").is_dir() => vec!["templates".into()],
        [] => vec![".".into()],
        paths => paths.to_vec(),
    };
    let found = walk(&paths);
    let limit = file_size(args.max_file_size, &config);
    let sources: Vec<Source> = found.par_iter().map(|file| read_file(file, limit)).collect();
    let files = read(sources, &found);
    let all: Vec<&File> = files.iter().collect();
    let compared = compare(Files::new(&all), &config);
    let matrix = Matrix::of(&compared, &config.languages);
    let mut text = Vec::new();
    match args.format {
        MatrixFormat::Human => write_matrix(&matrix, columns(), &mut text)?,
        MatrixFormat::Markdown => write_matrix_markdown(&matrix, &mut text)?,
        MatrixFormat::Json => write_matrix_json(&matrix, &mut text)?,
    }
    match args.format {
        MatrixFormat::Json => terminal.out().write_all(&text)?,
        MatrixFormat::Human | MatrixFormat::Markdown => terminal.show(&text)?,
    }
    terminal.flush()?;
    Ok(verdict(&files, &Languages::default(), terminal))
}
