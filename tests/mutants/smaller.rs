//! A failing input without what it does not need to fail.

use std::time::{Duration, Instant};

/// Longer nobody waits for a smaller one.
const PATIENCE: Duration = Duration::from_secs(20);

/// Takes out ever smaller parts, as long as the rest still fails.
pub fn of(bytes: &[u8], fails: &dyn Fn(&[u8]) -> bool) -> Vec<u8> {
    let quiet = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let mut smallest = bytes.to_vec();
    let began = Instant::now();
    let mut part = smallest.len() / 2;
    while part > 0 && began.elapsed() < PATIENCE {
        let (before, mut at) = (smallest.len(), 0);
        while at < smallest.len() && began.elapsed() < PATIENCE {
            let mut without = smallest.clone();
            without.drain(at..(at + part).min(smallest.len()));
            if fails(&without) { smallest = without } else { at += part }
        }
        // A part that could not go may be able to once others have gone.
        part = if part == 1 && smallest.len() < before { 1 } else { part / 2 };
    }
    std::panic::set_hook(quiet);
    smallest
}
