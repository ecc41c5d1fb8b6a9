//! Follows a run for the person at the terminal: how far it is, and what took how long.

mod progress;
mod timings;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;

use crate::Observer;

use super::terminal::Terminal;
use progress::{Count, Progress};
use timings::Timings;

#[derive(Debug, Default, Args)]
pub struct FollowArgs {
    /// Say at the end, on standard error, what each part of the run and each rule took.
    #[arg(long)]
    pub timings: bool,
}

/// What follows a run from its beginning to its end.
pub struct Follower {
    observer: Arc<Both>,
    progress: Option<Progress>,
}

#[derive(Debug)]
struct Both {
    count: Arc<Count>,
    timings: Option<Timings>,
}

impl Follower {
    /// Starts to follow. How far the run is shows only on a terminal, and only where it takes long.
    pub fn start(args: &FollowArgs, quiet: bool) -> Self {
        let count = Arc::new(Count::default());
        let progress = if quiet { None } else { Progress::start(&count) };
        let timings = args.timings.then(Timings::start);
        Self { observer: Arc::new(Both { count, timings }), progress }
    }

    /// Who is to be told of the run.
    pub fn observer(&self) -> Arc<dyn Observer> {
        Arc::clone(&self.observer) as Arc<dyn Observer>
    }

    /// Clears the line that shows how far the run is, before anything else is written.
    pub fn end_progress(&mut self) {
        self.progress = None;
    }

    /// Tells what took how long, if somebody asked.
    ///
    /// # Errors
    /// What the stream says.
    pub fn tell(&self, terminal: &mut Terminal) -> io::Result<()> {
        match &self.observer.timings {
            Some(timings) => timings.write(terminal.err()),
            None => Ok(()),
        }
    }
}

impl Observer for Both {
    fn starts(&self, files: usize) {
        self.count.starts(files);
    }

    fn file_read(&self) {
        self.count.one_more_read();
    }

    fn file_checked(&self) {
        self.count.one_more_checked();
    }

    fn clock(&self) -> Option<Duration> {
        self.timings.as_ref().map(Timings::now)
    }

    fn spent(&self, part: &'static str, time: Duration) {
        if let Some(timings) = &self.timings {
            timings.spent(part, time);
        }
    }

    fn spent_in_rules(&self, times: &[(&'static str, Duration)]) {
        if let Some(timings) = &self.timings {
            timings.spent_in_rules(times);
        }
    }
}
