//! What strangers may hand to walint, by the real program: files, names, folders, pipes and disks that mean harm.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr)]

mod control;
mod encoding;
mod files;
mod fixing;
mod panics;
mod pipes;
mod program;
mod scale;
mod supply;
mod yaml;
