//! `--fix` while the disk, the folder or somebody else is against it. Nothing is ever lost: a file holds what it held, or
//! the whole of what it should hold.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use super::files::as_anybody;
use super::program::{CLEAN, Folder, NOTED, Ran, at_home, program};

/// Larger than what a limited disk takes.
fn long() -> String {
    format!("{NOTED}{}", "# a comment that makes the file long enough to be cut in the middle\n".repeat(200))
}

/// The file is as it was, nothing else is left in the folder, and the run says so.
fn lost_nothing(folder: &Folder, before: &str, ran: &Ran) {
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(ran.err.contains("a.yaml"), "{}", ran.err);
    assert!(ran.out.contains("note[identity/enum-case]"), "what is told is about the file as it is: {}", ran.out);
    assert_eq!(folder.read("a.yaml"), before);
    assert_eq!(folder.names(), ["a.yaml"], "no temporary file stays");
}

#[test]
fn a_folder_that_may_not_be_written_to() {
    let folder = Folder::with(&[("a.yaml", NOTED)]);
    fs::set_permissions(folder.path("a.yaml"), fs::Permissions::from_mode(0o666)).unwrap();
    fs::set_permissions(folder.path(""), fs::Permissions::from_mode(0o555)).unwrap();
    let path = folder.path("a.yaml");
    let ran = as_anybody(&Folder::with(&[]), &["check", "--fix", path.to_str().unwrap()]);
    fs::set_permissions(folder.path(""), fs::Permissions::from_mode(0o755)).unwrap();
    lost_nothing(&folder, NOTED, &ran);
}

#[test]
fn a_limit_on_the_size_of_files_ends_a_write_in_the_middle() {
    let before = long();
    let folder = Folder::with(&[("a.yaml", &before)]);
    let mut command = Command::new("sh");
    // Four blocks of 512 or 1024 bytes; the signal is left out, so that the write itself fails.
    command.args(["-c", "trap '' XFSZ; ulimit -f 4 || exit 99; exec \"$@\"", "sh"]);
    command.arg(program());
    command.args(["check", "--fix", "a.yaml"]);
    at_home(&mut command, &folder.path(""));
    let ran = Ran::of(command.output().unwrap());
    lost_nothing(&folder, &before, &ran);
    assert!(ran.err.contains("could not be written"), "{}", ran.err);
}

#[test]
fn a_disk_that_is_full() {
    let outer = Folder::with(&[]);
    let mount = outer.path("disk");
    fs::create_dir(&mount).unwrap();
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "none"]).arg(&mount).output();
    if !mounted.as_ref().is_ok_and(|output| output.status.success()) {
        eprintln!("a full disk: not tried, because no small disk can be mounted here: {mounted:?}");
        return;
    }
    let before = long();
    fs::write(mount.join("a.yaml"), &before).unwrap();
    fs::set_permissions(&mount, fs::Permissions::from_mode(0o755)).unwrap();
    drop(fs::write(mount.join("filler"), vec![0; 256 * 1024]).expect_err("the disk is full"));
    let ran = {
        let mut command = Command::new(program());
        at_home(command.args(["check", "--fix", "a.yaml"]), &mount);
        Ran::of(command.output().unwrap())
    };
    let (after, mut names) = (fs::read_to_string(mount.join("a.yaml")), fs::read_dir(&mount).unwrap().count());
    names -= 1; // The filler.
    assert!(Command::new("umount").arg(&mount).status().unwrap().success());
    assert_eq!((ran.code, after.unwrap(), names), (3, before, 1), "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("a.yaml could not be written"), "{}", ran.err);
}

#[test]
fn a_file_that_somebody_saves_meanwhile_keeps_what_they_saved() {
    let folder = Folder::with(&[("a.yaml", NOTED)]);
    // Work for a while, so that there is a time between reading and writing.
    for number in 0..6 {
        folder.write(&format!("b{number}.yaml"), include_str!("../../templates/utility/order_confirmed.yaml"));
    }
    let saved = format!("{NOTED}# saved meanwhile\n");
    let start = Instant::now();
    folder.walint(&["check", "--fix", "."]);
    let usual = start.elapsed();
    let (mut refused, mut lost) = (false, 0);
    for part in 1..=8 {
        folder.write("a.yaml", NOTED);
        let child = {
            let mut command = folder.command(&["check", "--fix", "."]);
            command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap()
        };
        thread::sleep(usual * part / 8);
        // As editors save: a new file in place of the old one.
        fs::write(folder.path("new"), &saved).unwrap();
        fs::rename(folder.path("new"), folder.path("a.yaml")).unwrap();
        let ran = Ran::of(child.wait_with_output().unwrap());
        lost += usize::from(!folder.read("a.yaml").contains("# saved meanwhile"));
        if ran.err.contains("it changed since it was read") {
            refused = true;
            assert_eq!((ran.code, folder.read("a.yaml")), (3, saved.clone()));
        }
    }
    // Between the last look and the replacement lies a moment that no program can close; it is not hit twice.
    assert!(lost <= 1, "{lost} of 8 saves are lost");
    assert!(refused, "no save fell between reading and writing, in a run of {usual:?}");
}

#[test]
fn a_file_that_disappears_or_becomes_something_else_is_told() {
    let folder = Folder::with(&[("a.yaml", NOTED), ("clean.yaml", CLEAN)]);
    let report = folder.walint(&["check", "--fix", "gone.yaml", "clean.yaml"]);
    assert_eq!((report.code, folder.names()), (3, vec!["a.yaml".to_owned(), "clean.yaml".to_owned()]));
    let start = Instant::now();
    assert!(Command::new("mkfifo").arg(folder.path("pipe.yaml")).status().unwrap().success());
    assert_eq!(folder.walint(&["check", "--fix", "."]).code, 3);
    assert!(start.elapsed() < Duration::from_secs(20) && folder.read("a.yaml").contains("UTILITY"));
}
