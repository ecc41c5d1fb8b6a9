//! `--watch`: checks again whenever a file was saved.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use clap::Args;
use ignore::WalkBuilder;

use crate::text::wording::counted;

use super::Exit;
use super::args::CheckArgs;
use super::check;
use super::configuration;
use super::terminal::Terminal;

/// How often the files are looked at. Asking each time works in every file system, also over a network.
const BETWEEN: Duration = Duration::from_millis(250);
/// A program that saves writes more than once; the files have to be at rest for that long.
const REST: Duration = Duration::from_millis(80);
/// Looking takes at most one part in so many of the time.
const SHARE: u32 = 10;
/// Empties the window and what was scrolled out of it.
const CLEAR: &[u8] = b"\x1b[2J\x1b[3J\x1b[H";

#[derive(Debug, Default, Args)]
pub struct WatchArgs {
    /// Check again whenever a file is saved, until Ctrl-C.
    #[arg(long)]
    pub watch: bool,
}

/// Checks once, or again and again.
pub fn run(args: &CheckArgs, terminal: &mut Terminal) -> io::Result<Exit> {
    if !args.watch.watch {
        return check::run(args, terminal);
    }
    if args.paths.iter().any(|path| path == Path::new("-")) {
        terminal.complain("standard input can not be watched; name a file or a folder");
        return Ok(Exit::Usage);
    }
    let mut first = true;
    loop {
        // Taken before the files are read, so that what is saved meanwhile is not missed.
        let seen = Snapshot::of(args);
        clear(terminal)?;
        let exit = check::run(args, terminal)?;
        // Later, a wrong configuration is one that is just being written.
        if first && exit == Exit::Usage {
            return Ok(exit);
        }
        first = false;
        if terminal.reader_is_gone() {
            return Ok(exit);
        }
        let watched = counted(seen.0.len(), "file");
        writeln!(terminal.err(), "\nWatching {watched}. Save one to check again; Ctrl-C ends this.")?;
        seen.wait_for_change(args);
    }
}

/// Empties the terminal; a file or another program gets one report after the other.
fn clear(terminal: &mut Terminal) -> io::Result<()> {
    terminal.flush()?;
    let mut out = io::stdout();
    if out.is_terminal() {
        out.write_all(CLEAR)?;
        out.flush()?;
    }
    Ok(())
}

/// What tells that a file was saved.
type Stamp = (Option<SystemTime>, u64);

/// The files that matter, as they are at one time.
#[derive(Debug, PartialEq, Eq)]
struct Snapshot(BTreeMap<PathBuf, Option<Stamp>>);

impl Snapshot {
    /// All files of the folders, because templates name media; the files that were named; the configuration.
    fn of(args: &CheckArgs) -> Self {
        let mut files = BTreeMap::new();
        for path in check::paths(args) {
            if path.is_dir() {
                let entries = WalkBuilder::new(&path).follow_links(false).build().flatten();
                let found = entries.filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
                files
                    .extend(found.map(|entry| (entry.path().to_path_buf(), entry.metadata().ok().as_ref().map(stamp))));
            } else {
                // Not there for a moment while it is saved, it is still watched.
                files.insert(path.clone(), path.metadata().ok().as_ref().map(stamp));
            }
        }
        for path in configuration::files(args.config.as_deref()) {
            let stamp = path.metadata().ok().as_ref().map(stamp);
            files.insert(path, stamp);
        }
        Self(files)
    }

    /// Returns when the files have changed and are at rest again.
    fn wait_for_change(&self, args: &CheckArgs) {
        let mut pause = BETWEEN;
        loop {
            thread::sleep(pause);
            let start = Instant::now();
            let mut now = Self::of(args);
            pause = BETWEEN.max(start.elapsed() * SHARE);
            if now == *self {
                continue;
            }
            loop {
                thread::sleep(REST);
                let later = Self::of(args);
                if later == now {
                    return;
                }
                now = later;
            }
        }
    }
}

fn stamp(metadata: &Metadata) -> Stamp {
    (metadata.modified().ok(), metadata.len())
}
