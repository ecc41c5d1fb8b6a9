//! What is shown at once when walint itself fails.

use std::io::{self, Write};
use std::panic;

use crate::finding::sanitize;

/// Names the line of ours that failed. What it says is told later, with the file and the rule: it may repeat what a
/// stranger wrote, and the usual message would hand that to the terminal as it is.
pub fn tell_only_where() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        drop(writeln!(io::stderr(), "walint: internal error at {}", sanitize(&place)));
    }));
}
