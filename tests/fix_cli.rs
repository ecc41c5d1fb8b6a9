//! `--fix` and `--diff` as a hook, a marketer and an editor meet them: what is written, what is said, exit codes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// One safe fix, and nothing else to say.
const NOTED: &str = "# kept\r\nname: order_ready\r\ncategory: utility # why\r\nvariants:\r\n  en:\r\n    body: Your order has been packed and is ready for you at our shop.\r\n";
/// One safe fix, and an error that stays.
const BROKEN: &str = "name: order_ready\ncategory: utility\nvariants:\n  en:\n    body: {text: \"Your order is packed and ready for {{1}}\", example: [Ana]}\n";
/// A number is left out, which only an unsafe fix puts right.
const UNSAFE: &str = "name: order_ready\ncategory: UTILITY\nvariants:\n  en:\n    body: {text: \"Dear {{1}}, your order {{3}} is packed and ready for you at our shop.\", example: [Ana, x, A-1]}\n";

struct Folder(TempDir);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(TempDir::new().unwrap());
        fs::create_dir(folder.path(".git")).unwrap();
        for (name, text) in files {
            fs::write(folder.path(name), text).unwrap();
        }
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn walint(&self, arguments: &[&str]) -> (i32, String, String) {
        told(&command(self.0.path(), arguments).output().unwrap())
    }
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_walint"));
    command.arg("check").args(arguments).current_dir(folder).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command
}

fn told(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_run_that_fixed_says_so_exits_1_and_has_nothing_to_do_the_next_time() {
    let folder = Folder::with(&[("a.yaml", &format!("\u{FEFF}{NOTED}"))]);
    let (code, out, _) = folder.walint(&["--fix", "--ignore", "syntax", "a.yaml"]);
    assert_eq!(code, 1, "{out}");
    assert!(out.starts_with("Fixed 1 finding in 1 file:\n  a.yaml: write `UTILITY` (identity/enum-case)\n"), "{out}");
    assert!(out.contains("no findings"), "{out}");
    // The mark, the line ends and the comments are as they were.
    assert_eq!(folder.read("a.yaml"), format!("\u{FEFF}{}", NOTED.replace("utility", "UTILITY")));
    let (code, out, _) = folder.walint(&["--fix", "--ignore", "syntax", "a.yaml"]);
    assert_eq!((code, out.contains("Fixed")), (0, false), "{out}");
}

#[test]
fn what_is_left_is_shown_and_decides_the_exit_code() {
    let folder = Folder::with(&[("a.yaml", BROKEN), ("b.yaml", NOTED)]);
    let (code, out, _) = folder.walint(&["--fix", "a.yaml"]);
    assert!(code == 1 && out.contains("error[variables/edge]") && !out.contains("note[identity/enum-case]"), "{out}");
    assert!(folder.read("a.yaml").contains("UTILITY") && folder.read("b.yaml").contains("utility"));
    let (code, _, _) = folder.walint(&["--fix", "--fail-on", "never", "b.yaml"]);
    assert_eq!((code, folder.read("b.yaml").contains("UTILITY")), (0, true));
}

#[test]
fn only_the_rules_that_are_asked_for_are_fixed() {
    let folder = Folder::with(&[("a.yaml", NOTED)]);
    let (code, _, _) = folder.walint(&["--fix", "--select", "body", "a.yaml"]);
    assert_eq!((code, folder.read("a.yaml").as_str()), (0, NOTED));
}

#[test]
fn what_changes_the_meaning_waits_for_unsafe_fixes() {
    let folder = Folder::with(&[("a.yaml", UNSAFE)]);
    let (code, out, _) = folder.walint(&["--fix", "a.yaml"]);
    assert_eq!((code, folder.read("a.yaml").as_str()), (1, UNSAFE), "{out}");
    assert!(out.contains("--unsafe-fixes"), "{out}");
    folder.walint(&["--fix", "--unsafe-fixes", "a.yaml"]);
    // The sample of the number that is left out goes with it.
    let wanted = UNSAFE.replace("{{3}}", "{{2}}").replace("[Ana, x, A-1]", "[Ana, A-1]");
    assert_eq!(folder.read("a.yaml"), wanted);
}

#[test]
fn a_fix_that_would_bring_an_error_is_left_out_and_the_others_are_not() {
    let text = "name: order_ready\ncategory: utility\nvariants:\n  en:\n    body: Your order {{order is packed and ready for you at our shop, and {number} is its number in our books.\n";
    let folder = Folder::with(&[("a.yaml", text)]);
    let (code, out, _) = folder.walint(&["--fix", "--unsafe-fixes", "a.yaml"]);
    assert_eq!(code, 1);
    assert!(out.contains("Not applied in a.yaml: ") && out.contains("it would bring a new error"), "{out}");
    assert_eq!(folder.read("a.yaml"), text.replace("utility", "UTILITY"));
}

#[test]
fn the_diff_shows_what_would_be_done_and_changes_nothing() {
    let folder = Folder::with(&[("a.yaml", NOTED)]);
    let (code, out, err) = folder.walint(&["--diff", "a.yaml"]);
    let line = "name: order_ready\r\n-category: utility # why\r\n+category: UTILITY # why\r\n variants:\r\n";
    assert_eq!(code, 1);
    assert!(out.starts_with("--- a/a.yaml\n+++ b/a.yaml\n@@ -1,6 +1,6 @@\n") && out.contains(line), "{out}");
    assert!(err.contains("Would fix 1 finding in 1 file"), "{err}");
    assert_eq!(folder.read("a.yaml"), NOTED);
    folder.walint(&["--fix", "a.yaml"]);
    let (code, out, _) = folder.walint(&["--diff", "a.yaml"]);
    assert_eq!((code, out.as_str()), (0, ""));
    // Both together show, and do not write.
    fs::write(folder.path("a.yaml"), NOTED).unwrap();
    assert_eq!((folder.walint(&["--fix", "--diff", "a.yaml"]).0, folder.read("a.yaml").as_str()), (1, NOTED));
}

#[test]
fn standard_input_comes_out_fixed_and_alone() {
    let folder = Folder::with(&[]);
    for (text, wanted, code) in [
        (NOTED, NOTED.replace("utility", "UTILITY"), 0),
        (BROKEN, BROKEN.replace("utility", "UTILITY"), 1),
        ("just: text\n", "just: text\n".to_owned(), 1),
    ] {
        let mut child = command(folder.0.path(), &["--fix", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        let (exit, out, err) = told(&child.wait_with_output().unwrap());
        assert_eq!((exit, out.as_str()), (code, wanted.as_str()), "{err}");
    }
}

#[test]
fn a_program_that_reads_the_report_gets_nothing_but_the_report() {
    let folder = Folder::with(&[("a.yaml", BROKEN)]);
    let (_, out, err) = folder.walint(&["--fix", "--format", "json", "a.yaml"]);
    let report: serde_json::Value = serde_json::from_str(&out).expect("one JSON object and nothing else");
    assert_eq!(report["findings"].as_array().unwrap().len(), 1);
    assert!(err.contains("Fixed 1 finding in 1 file"), "{err}");
}

#[test]
fn a_wrong_command_line_changes_nothing() {
    let folder = Folder::with(&[("a.yaml", NOTED)]);
    for arguments in [&["--unsafe-fixes", "a.yaml"][..], &["--fix", "-", "a.yaml"]] {
        let (code, out, err) = folder.walint(arguments);
        assert_eq!((code, out.as_str(), err.is_empty()), (2, "", false), "{arguments:?}");
    }
    assert_eq!(folder.read("a.yaml"), NOTED);
}

#[test]
fn what_is_no_text_to_its_end_is_never_written() {
    let folder = Folder::with(&[]);
    let bytes = [NOTED.as_bytes(), b"# caf\xE9\n"].concat();
    fs::write(folder.path("a.yaml"), &bytes).unwrap();
    let (code, _, _) = folder.walint(&["--fix", "--unsafe-fixes", "a.yaml"]);
    assert_eq!((code, fs::read(folder.path("a.yaml")).unwrap()), (3, bytes));
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn a_link_is_followed_inside_the_project_only() {
        let elsewhere = Folder::with(&[("secret.yaml", NOTED)]);
        let folder = Folder::with(&[("a.yaml", NOTED)]);
        symlink(elsewhere.path("secret.yaml"), folder.path("out.yaml")).unwrap();
        symlink(elsewhere.path(""), folder.path("folder")).unwrap();
        symlink("a.yaml", folder.path("in.yaml")).unwrap();
        for path in ["out.yaml", "folder/secret.yaml", "."] {
            fs::write(folder.path("a.yaml"), NOTED).unwrap();
            let (code, out, err) = folder.walint(&["--fix", path]);
            assert_eq!(code, 3, "{path}: {out}");
            assert!(err.contains("it is a link that leads out of the project"), "{err}");
            // What is told is about the file as it is.
            assert!(out.contains("note[identity/enum-case]"), "{out}");
            assert_eq!(elsewhere.read("secret.yaml"), NOTED);
        }
        fs::remove_file(folder.path("out.yaml")).unwrap();
        fs::write(folder.path("a.yaml"), NOTED).unwrap();
        assert_eq!(folder.walint(&["--fix", "in.yaml"]).0, 1);
        assert!(folder.path("in.yaml").is_symlink() && folder.read("a.yaml").contains("UTILITY"));
        // A file that is named elsewhere is meant.
        let named = elsewhere.path("secret.yaml");
        assert_eq!(folder.walint(&["--fix", named.to_str().unwrap()]).0, 1);
        assert!(elsewhere.read("secret.yaml").contains("UTILITY"));
    }

    #[test]
    fn the_mode_stays_and_what_is_read_only_too() {
        let folder = Folder::with(&[("a.yaml", NOTED), ("b.yaml", NOTED)]);
        fs::set_permissions(folder.path("a.yaml"), fs::Permissions::from_mode(0o640)).unwrap();
        fs::set_permissions(folder.path("b.yaml"), fs::Permissions::from_mode(0o444)).unwrap();
        let (code, _, err) = folder.walint(&["--fix", "."]);
        assert!(code == 3 && err.contains("b.yaml was not fixed: it is read-only"), "{err}");
        assert_eq!(fs::metadata(folder.path("a.yaml")).unwrap().permissions().mode() & 0o777, 0o640);
        assert!(folder.read("a.yaml").contains("UTILITY"));
        assert_eq!(folder.read("b.yaml"), NOTED);
        assert_eq!(fs::read_dir(folder.path("")).unwrap().count(), 3, "no temporary file stays");
    }
}
