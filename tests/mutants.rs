//! The fuzz targets of `tests/fuzz/targets/`, driven by mutants of good files: what runs where there is no fuzzer.
//!
//! A target is a file with `SEEDS`, a folder, and `run(&[u8])`, which panics where something is wrong. To add one,
//! write the file, declare its module here and add a test of one line. Mutants are numbered, so that a failure comes again:
//!
//! - `WALINT_MUTANTS_SECONDS` is how long each target runs, 2 if it is not set;
//! - `WALINT_MUTANTS_FROM` is the number of the first mutant.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr)]

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

#[path = "fuzz/targets/media.rs"]
mod media;

/// No input may keep a target busy for longer.
const SLOWEST: Duration = Duration::from_secs(2);

#[test]
fn media_files() {
    drive(media::SEEDS, media::run);
}

fn drive(folder: &str, run: impl Fn(&[u8])) {
    let seeds = seeds(Path::new(folder));
    let number = |name: &str, default| std::env::var(name).map_or(default, |value| value.parse().expect("a number"));
    let budget = Duration::from_secs(number("WALINT_MUTANTS_SECONDS", 2));
    let first = number("WALINT_MUTANTS_FROM", 0);
    let (began, mut count) = (Instant::now(), 0);
    while began.elapsed() < budget {
        let mutant = mutant(&seeds, first + count);
        let start = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| run(&mutant)));
        assert!(outcome.is_ok(), "mutant {} of {folder} made it panic", first + count);
        assert!(start.elapsed() < SLOWEST, "mutant {} of {folder} took {:?}", first + count, start.elapsed());
        count += 1;
    }
    assert!(count > 0);
    // Seen with `--nocapture`.
    eprintln!("{folder}: {count} mutants of {} files", seeds.len());
}

fn seeds(folder: &Path) -> Vec<Vec<u8>> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// Numbers that look like chance, and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % limit.max(1) as u64) as usize
    }
}

/// Lengths and counts that readers stumble over.
const NUMBERS: &[u32] =
    &[0, 1, 2, 7, 8, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x10000, i32::MAX as u32, 1 << 31, u32::MAX - 1, u32::MAX];

/// The first mutants are the seeds themselves.
fn mutant(seeds: &[Vec<u8>], number: u64) -> Vec<u8> {
    if let Some(seed) = seeds.get(number as usize) {
        return seed.clone();
    }
    let mut chance = Chance(number);
    let mut bytes = seeds[chance.below(seeds.len())].clone();
    for _ in 0..=chance.below(6) {
        // Half of the time near the beginning, where headers are.
        let reach = if chance.below(2) == 0 { bytes.len().min(512) } else { bytes.len() };
        let at = chance.below(reach);
        match chance.below(7) {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, chance.below(256) as u8),
            2 => {
                let number = NUMBERS[chance.below(NUMBERS.len())].to_be_bytes();
                bytes.iter_mut().skip(at).zip(number).for_each(|(byte, new)| *byte = new);
            }
            3 => {
                let end = (at + 1 + chance.below(64)).min(bytes.len());
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            4 => {
                let other = &seeds[chance.below(seeds.len())];
                let from = chance.below(other.len());
                let part = other[from..(from + chance.below(2048)).min(other.len())].to_vec();
                bytes.splice(at..at, part);
            }
            5 => drop(bytes.drain(at..(at + chance.below(64)).min(bytes.len()))),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << chance.below(8);
                }
            }
        }
    }
    bytes
}
