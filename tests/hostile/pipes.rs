//! Readers that go away, writers that never end, and streams that take nothing.

use std::fs::File;
use std::io::Read;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::program::{BROKEN, CLEAN, FORMATS, Folder, Ran};

fn many() -> Folder {
    let many: String =
        (0..200).map(|n| format!("---\n{}", BROKEN.replace("order_ready", &format!("order_{n}")))).collect();
    let journey = include_str!("../../templates/journeys/appointment.yaml");
    Folder::with(&[("many.yaml", &many), ("clean.yaml", CLEAN), ("j.yaml", journey), ("one.yaml", BROKEN)])
}

fn spawned(folder: &Folder, arguments: &[&str]) -> Child {
    let mut command = folder.command(arguments);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).stdin(Stdio::null()).spawn().unwrap()
}

#[test]
fn a_reader_who_goes_away_changes_no_exit_code() {
    let folder = many();
    let mut all: Vec<Vec<&str>> = FORMATS.iter().map(|format| vec!["check", "--format", format, "many.yaml"]).collect();
    all.extend([
        vec!["check", "clean.yaml"],
        vec!["check", "--diff", "--unsafe-fixes", "one.yaml"],
        vec!["preview", "many.yaml"],
        vec!["preview", "--format", "html", "many.yaml"],
        vec!["category", "many.yaml"],
        vec!["category", "--format", "json", "many.yaml"],
        vec!["variants", "many.yaml"],
        vec!["windows", "j.yaml"],
        vec!["convert", "many.yaml"],
        vec!["rules"],
        vec!["explain", "variables/edge"],
        vec!["completions", "bash"],
        vec!["--help"],
    ]);
    for arguments in all {
        let usual = folder.walint(&arguments);
        for read in [0, 1] {
            let mut child = spawned(&folder, &arguments);
            let mut out = child.stdout.take().unwrap();
            // Some have nothing to say there.
            drop(out.read(&mut vec![0; read]));
            drop(out);
            let ran = Ran::of(child.wait_with_output().unwrap());
            assert_eq!((ran.code, &ran.err), (usual.code, &usual.err), "{arguments:?}");
        }
        // Neither does one who does not listen to complaints.
        let mut child = spawned(&folder, &arguments);
        drop(child.stderr.take());
        assert_eq!(Ran::of(child.wait_with_output().unwrap()).code, usual.code, "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_can_not_be_written_is_no_success() {
    let folder = many();
    for arguments in [
        &["check", "clean.yaml"][..],
        &["check", "--format", "json", "clean.yaml"],
        &["preview", "clean.yaml"],
        &["rules"],
        &["convert", "clean.yaml"],
    ] {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let mut command = folder.command(arguments);
        let ran = Ran::of(command.stdout(full).output().unwrap());
        assert_eq!(ran.code, 3, "{arguments:?}");
        assert!(ran.err.contains("the output could not be written"), "{}", ran.err);
    }
}

#[cfg(unix)]
#[test]
fn standard_input_without_end_is_read_to_the_limit() {
    let folder = Folder::with(&[]);
    for (arguments, code) in [(&["check", "-"][..], 3), (&["check", "--fix", "-"], 3), (&["convert", "-"], 3)] {
        let start = Instant::now();
        let mut command = folder.command(arguments);
        let ran = Ran::of(command.stdin(File::open("/dev/zero").unwrap()).output().unwrap());
        assert_eq!(ran.code, code, "{arguments:?}: {ran:?}");
        assert!(start.elapsed() < Duration::from_secs(20));
    }
}
