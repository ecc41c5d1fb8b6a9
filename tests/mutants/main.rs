//! The fuzz targets of `tests/fuzz/targets/`, driven by mutants of good files: what runs where there is no fuzzer.
//!
//! Mutants are numbered and made by nothing but their number, so that a failure comes again:
//!
//! - `WALINT_MUTANTS_SECONDS` is how long each target runs, 1 if it is not set;
//! - `WALINT_MUTANTS_FROM` is the number of the first mutant: another number, other mutants;
//! - `WALINT_WRITE_SEEDS` is a folder to write the seeds to instead, for a fuzzer (see tests/fuzz/README.md).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr)]

mod mutator;
mod seeds;
mod smaller;

#[path = "../fuzz/targets/mod.rs"]
mod targets;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use mutator::Mutator;

/// No input may keep a target busy for longer. Mutants have at most [`mutator::LARGEST`] bytes, and this is measured in
/// a build without optimisation, beside other targets.
const SLOWEST: Duration = Duration::from_secs(2);
/// Fixing a file checks it dozens of times.
const SLOWEST_FIX: Duration = Duration::from_secs(40);
/// What takes so long has no end: nobody waits for it.
const ENDLESS: Duration = Duration::from_secs(120);

#[test]
fn report() {
    drive("report", Mutator::of_text(seeds::files()), targets::report::run);
}

#[test]
fn decode() {
    drive("decode", Mutator::of_text(seeds::files()), targets::decode::run);
}

#[test]
fn markup() {
    drive("markup", Mutator::of_text(seeds::texts()), targets::markup::run);
}

#[test]
fn media() {
    drive("media", Mutator::of_bytes(seeds::media()), targets::media::run);
}

#[test]
fn fix() {
    drive_within(SLOWEST_FIX, "fix", Mutator::of_text(seeds::files()), targets::fix::run);
}

#[test]
fn config() {
    drive("config", Mutator::of_text(seeds::configurations()), targets::config::run);
}

#[test]
fn journey() {
    drive("journey", Mutator::of_text(seeds::journeys()), targets::journey::run);
}

#[test]
fn convert() {
    drive("convert", Mutator::of_text(seeds::files()), targets::convert::run);
}

fn drive(name: &'static str, mutator: Mutator, run: impl Fn(&[u8])) {
    drive_within(SLOWEST, name, mutator, run);
}

fn drive_within(slowest: Duration, name: &'static str, mutator: Mutator, run: impl Fn(&[u8])) {
    if let Some(folder) = std::env::var_os("WALINT_WRITE_SEEDS") {
        return write_seeds(&Path::new(&folder).join(name), mutator.seeds());
    }
    let found = seeds::found(name);
    for (path, bytes) in &found {
        attempt(&run, bytes, slowest).unwrap_or_else(|why| panic!("{path}: {why}"));
    }
    let watch = Watch::over(name);
    let number = |name: &str, default| std::env::var(name).map_or(default, |value| value.parse().expect("a number"));
    let budget = Duration::from_secs(number("WALINT_MUTANTS_SECONDS", 1));
    let first = number("WALINT_MUTANTS_FROM", 0);
    let (began, mut count) = (Instant::now(), 0);
    while began.elapsed() < budget {
        let mutant = mutator.mutant(first + count);
        watch.begins(first + count);
        if let Err(why) = attempt(&run, &mutant, slowest) {
            watch.stop();
            let smallest = smaller::of(&mutant, &|bytes| attempt(&run, bytes, slowest).is_err());
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", first + count));
            fs::write(&path, &smallest).unwrap();
            panic!(
                "mutant {number} of {name}: {why}\nmade smaller in {}:\n{:?}\nagain: WALINT_MUTANTS_FROM={number} \
                 cargo test --test mutants {name}",
                path.display(),
                String::from_utf8_lossy(&smallest),
                number = first + count,
            );
        }
        count += 1;
    }
    watch.stop();
    assert!(count > 0);
    // Seen with `--nocapture`.
    let (seeds, found) = (mutator.seeds().len(), found.len());
    eprintln!("{name}: {count} mutants of {seeds} seeds, {found} found before");
}

/// Ends the program with the number of a mutant that never comes to an end: no test can do that from within.
struct Watch(Arc<Mutex<Option<(u64, Instant)>>>);

impl Watch {
    fn over(name: &'static str) -> Self {
        let watched = Arc::new(Mutex::new(Some((0, Instant::now()))));
        let shared = Arc::clone(&watched);
        // The lock is held no longer than it takes to look.
        let look = move || *shared.lock().unwrap();
        std::thread::spawn(move || {
            while let Some((number, since)) = look() {
                if since.elapsed() > ENDLESS {
                    eprintln!("mutant {number} of {name} has no end\nagain: WALINT_MUTANTS_FROM={number}");
                    std::process::exit(101);
                }
                std::thread::sleep(Duration::from_millis(200));
            }
        });
        Self(watched)
    }

    fn begins(&self, number: u64) {
        *self.0.lock().unwrap() = Some((number, Instant::now()));
    }

    fn stop(&self) {
        *self.0.lock().unwrap() = None;
    }
}

/// Runs a target; says what is wrong, if something is.
fn attempt(run: &impl Fn(&[u8]), bytes: &[u8], slowest: Duration) -> Result<(), String> {
    let start = Instant::now();
    catch_unwind(AssertUnwindSafe(|| run(bytes))).map_err(|cause| {
        let text = cause.downcast_ref::<&str>().map(ToString::to_string);
        text.or_else(|| cause.downcast_ref::<String>().cloned()).unwrap_or_default()
    })?;
    let took = start.elapsed();
    if took < slowest { Ok(()) } else { Err(format!("{} bytes took {took:?}", bytes.len())) }
}

fn write_seeds(folder: &Path, seeds: &[Vec<u8>]) {
    fs::create_dir_all(folder).unwrap();
    for (index, seed) in seeds.iter().enumerate() {
        fs::write(folder.join(format!("{index:04}")), seed).unwrap();
    }
}
