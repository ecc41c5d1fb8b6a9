//! How somebody outside follows a run: how far it is, and what takes how long. The library itself has no clock.

use std::fmt;
use std::time::Duration;

/// Follows a run. It is told from many threads at once.
pub trait Observer: fmt::Debug + Send + Sync {
    /// So many files are to be checked. A run that fixes checks more than once, and says so each time.
    fn starts(&self, _files: usize) {}
    /// One more file was read and understood, and is still to be checked.
    fn file_read(&self) {}
    /// One more file was checked.
    fn file_checked(&self) {}
    /// The time by a clock that never goes back; nothing where nobody asks what takes how long.
    fn clock(&self) -> Option<Duration> {
        None
    }
    /// A thread has spent that time on a part of the run, such as `reading`.
    fn spent(&self, _part: &'static str, _time: Duration) {}
    /// A thread has spent these times in rules.
    fn spent_in_rules(&self, _times: &[(&'static str, Duration)]) {}
}

/// Nobody follows.
#[derive(Debug)]
pub(crate) struct Unobserved;

impl Observer for Unobserved {}

/// Does a part of the run, and tells how long it took.
pub(crate) fn timed<T>(observer: &dyn Observer, part: &'static str, work: impl FnOnce() -> T) -> T {
    let start = observer.clock();
    let done = work();
    if let (Some(start), Some(end)) = (start, observer.clock()) {
        observer.spent(part, end.saturating_sub(start));
    }
    done
}
