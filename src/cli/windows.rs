//! `walint windows`: what may be sent when, and what it costs.

use std::collections::BTreeSet;
use std::io;

use rayon::prelude::*;

use crate::finding::{FileId, position};
use crate::input::{Found, Source, read_file, walk};
use crate::journey::{Play, plays, read_rates, write_json, write_timeline};
use crate::rules::File;
use crate::windows::{RateCard, Regime};

use super::Exit;
use super::args::{Format, WindowsArgs};
use super::terminal::Terminal;

/// Plays the journeys of the files that the command line names.
pub fn run(args: &WindowsArgs, terminal: &mut Terminal) -> io::Result<Exit> {
    let (compare, rates) = match (regimes(&args.compare), rates(args)) {
        (Ok(compare), Ok(rates)) => (compare, rates),
        (compare, rates) => {
            let messages = compare.err().into_iter().chain(rates.err().into_iter().flatten());
            messages.for_each(|message| terminal.complain(&message));
            return Ok(Exit::Usage);
        }
    };
    let found = walk(&args.paths);
    let files: Vec<File> = found.par_iter().enumerate().map(|(index, found)| read(index, found, args)).collect();
    let plays = plays(&files, &compare);
    match args.format {
        Format::Json => write_json(&plays, rates.as_ref(), terminal.out())?,
        Format::Human => {
            let mut text = Vec::new();
            for play in &plays {
                write_timeline(play, rates.as_ref(), &mut text)?;
            }
            terminal.show(&text)?;
        }
    }
    terminal.flush()?;
    Ok(verdict(&files, &plays, terminal))
}

fn read(index: usize, found: &Found, args: &WindowsArgs) -> File {
    File::read(FileId(u32::try_from(index).unwrap_or(u32::MAX)), read_file(found, args.max_file_size), found.named)
}

fn regimes(written: &[String]) -> Result<Vec<Regime>, String> {
    let known = |id: &String| {
        Regime::from_id(id).ok_or_else(|| format!("there are no pricing rules `{id}`; write R1, R2, R3 or R4"))
    };
    match written {
        [] => Ok(Vec::new()),
        [_, _] => written.iter().map(known).collect(),
        _ => Err("--compare takes two pricing rules, such as `--compare R3,R4`".to_owned()),
    }
}

fn rates(args: &WindowsArgs) -> Result<Option<RateCard>, Vec<String>> {
    let Some(path) = &args.rates else { return Ok(None) };
    let name = path.display().to_string();
    let source = read_file(&Found { path: path.clone(), name, named: true, trouble: None }, args.max_file_size);
    let told = |source: &Source, error: &crate::config::ConfigError| {
        let place = position(source, error.span.range().start);
        format!("{}:{}:{}: {}", source.path(), place.line, place.column, error.message)
    };
    read_rates(&source).map(Some).map_err(|errors| errors.iter().map(|error| told(&source, error)).collect())
}

/// What is not shown is told: a journey that is left out must not look like one without trouble.
fn verdict(files: &[File], plays: &[Play<'_>], terminal: &mut Terminal) -> Exit {
    let mut exit = if plays.iter().any(Play::refuses) { Exit::Findings } else { Exit::Clean };
    for file in files {
        let path = file.source.path();
        let journeys = &file.content().journeys;
        let reason = match () {
            () if !file.complete => "could not be read, or not wholly; `walint check` says why",
            () if journeys.iter().any(|journey| !journey.can_be_followed) => {
                "holds a journey that can not be followed; `walint check` says why"
            }
            () if file.named && file.outline.is_empty() => "holds no journey and no template",
            () => continue,
        };
        terminal.complain(&format!("{path} {reason}"));
        exit = Exit::Unchecked;
    }
    for play in plays {
        let names: BTreeSet<&str> = play.unknown().map(|name| name.value.trim()).collect();
        for name in names {
            let path = play.file.source.path();
            let help = "name its file too, or say its `category` in the journey";
            terminal.complain(&format!("{path}: the template `{name}` is not among the files; {help}"));
            exit = Exit::Unchecked;
        }
    }
    if plays.is_empty() && exit != Exit::Unchecked {
        terminal.complain("no journey was found; a journey file has `kind: journey`");
        exit = Exit::Unchecked;
    }
    exit
}
