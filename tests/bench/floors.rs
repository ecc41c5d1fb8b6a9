//! What a check can not be faster than: finds and reads the files as `walint check` does, with one thread, and does
//! nothing with them, or takes them from bytes to the syntax tree and drops it.
//!
//! `cargo run --release --example floors -- read|parse PATH...`

#![allow(clippy::print_stdout)]

use std::path::PathBuf;
use std::process::ExitCode;

use walint::input::{read_file, walk};
use walint::syntax;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let parses = match arguments.next().as_deref().and_then(|mode| mode.to_str()) {
        Some("read") => false,
        Some("parse") => true,
        _ => return ExitCode::from(2),
    };
    let paths: Vec<PathBuf> = arguments.map(PathBuf::from).collect();
    let (mut bytes, mut parsed) = (0, 0);
    for found in walk(&paths) {
        let source = read_file(&found, u64::MAX);
        bytes += source.text().len();
        if parses {
            parsed += usize::from(syntax::parse(source.text()).complete);
        }
    }
    // Said, so that nothing of it is left out by the compiler.
    println!("{bytes} bytes, {parsed} files parsed");
    ExitCode::SUCCESS
}
