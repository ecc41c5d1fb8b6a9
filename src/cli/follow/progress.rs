//! How far a run is: one line on the terminal, only where it takes long, and gone when the run has ended.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::text::wording::number;

/// A run shorter than this shows nothing.
const PATIENCE: Duration = Duration::from_millis(500);
const BETWEEN: Duration = Duration::from_millis(100);
const WIDTH: usize = 24;
/// Back to the start of the line, and clears it.
const CLEAR: &str = "\r\x1b[K";

/// How many files there are, and how far each part of the run is with them.
#[derive(Debug, Default)]
pub struct Count {
    files: AtomicUsize,
    read: AtomicUsize,
    checked: AtomicUsize,
}

impl Count {
    /// So many files are to be checked.
    pub fn starts(&self, files: usize) {
        self.read.store(0, Ordering::Relaxed);
        self.checked.store(0, Ordering::Relaxed);
        self.files.store(files, Ordering::Relaxed);
    }

    /// One more was read.
    pub fn one_more_read(&self) {
        self.read.fetch_add(1, Ordering::Relaxed);
    }

    /// One more was checked.
    pub fn one_more_checked(&self) {
        self.checked.fetch_add(1, Ordering::Relaxed);
    }

    fn line(&self) -> String {
        let files = self.files.load(Ordering::Relaxed);
        let (read, checked) = (self.read.load(Ordering::Relaxed), self.checked.load(Ordering::Relaxed));
        match () {
            () if files == 0 => "Looking for files".to_owned(),
            () if read < files => bar("Reading", read, files),
            () if checked < files => bar("Checking", checked, files),
            () => format!("Comparing {} files with each other", number(files)),
        }
    }
}

/// `Reading [######------------------] 500 of 2,000 files`
fn bar(what: &str, done: usize, all: usize) -> String {
    let filled = done * WIDTH / all;
    let bar = format!("{}{}", "#".repeat(filled), "-".repeat(WIDTH - filled));
    format!("{what} [{bar}] {} of {} files", number(done), number(all))
}

/// The thread that shows the line. It ends when this is dropped.
#[derive(Debug)]
pub struct Progress {
    still_running: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Progress {
    /// Starts to show the line, where somebody sees it.
    pub fn start(count: &Arc<Count>) -> Option<Self> {
        let plain = std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
        if plain || !io::stderr().is_terminal() {
            return None;
        }
        let (still_running, ended) = channel();
        let count = Arc::clone(count);
        let thread = thread::Builder::new().spawn(move || show(&count, &ended, &mut io::stderr())).ok()?;
        Some(Self { still_running: Some(still_running), thread: Some(thread) })
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.still_running.take());
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

fn show(count: &Count, ended: &Receiver<()>, out: &mut dyn Write) {
    let mut wait = PATIENCE;
    let mut shown = false;
    // That the line can not be shown is no reason to end the run.
    while let Err(RecvTimeoutError::Timeout) = ended.recv_timeout(wait) {
        drop(write!(out, "{CLEAR}{}", count.line()).and_then(|()| out.flush()));
        (wait, shown) = (BETWEEN, true);
    }
    if shown {
        drop(write!(out, "{CLEAR}").and_then(|()| out.flush()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_how_far_the_run_is() {
        let count = Count::default();
        assert_eq!(count.line(), "Looking for files");
        count.starts(2000);
        (0..500).for_each(|_| count.one_more_read());
        assert_eq!(count.line(), "Reading [######------------------] 500 of 2,000 files");
        (0..1500).for_each(|_| count.one_more_read());
        (0..1999).for_each(|_| count.one_more_checked());
        assert_eq!(count.line(), "Checking [#######################-] 1,999 of 2,000 files");
        count.one_more_checked();
        assert_eq!(count.line(), "Comparing 2,000 files with each other");
        count.starts(1);
        assert_eq!(count.line(), "Reading [------------------------] 0 of 1 files");
    }

    #[test]
    fn a_short_run_shows_nothing_and_a_long_one_leaves_nothing() {
        let shown = |run: Duration| {
            let (still_running, ended) = channel::<()>();
            let thread = thread::spawn(move || {
                let mut out = Vec::new();
                show(&Count::default(), &ended, &mut out);
                String::from_utf8(out).unwrap()
            });
            thread::sleep(run);
            drop(still_running);
            thread.join().unwrap()
        };
        assert_eq!(shown(Duration::ZERO), "");
        let long = shown(PATIENCE + BETWEEN * 2);
        assert!(long.starts_with("\r\x1b[KLooking for files") && long.ends_with(CLEAR), "{long:?}");
    }
}
