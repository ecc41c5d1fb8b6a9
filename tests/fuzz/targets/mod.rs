//! What fuzzers run: each target takes any bytes, and panics where something is wrong with what walint makes of them.
//!
//! The same targets run as mutation tests (`tests/mutants/`) wherever there is no fuzzer; see README.md.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod config;
pub mod convert;
pub mod decode;
pub mod fix;
pub mod journey;
pub mod markup;
pub mod media;
pub mod report;
pub mod shared;
