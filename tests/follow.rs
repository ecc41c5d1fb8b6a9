//! Following a run: statistics, timings, and checking again when a file is saved.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

const CLEAN: &str = "name: order_ready\ncategory: UTILITY\nvariants:\n  en:\n    body: Your order has been packed and is ready for you at our shop.\n";
const BROKEN: &str = "name: order_ready\ncategory: utility\nvariants:\n  en:\n    body:\n      text: Your order has been packed and is ready for {{1}}\n      example: [Ana]\n";

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_walint"));
    command.args(arguments).current_dir(folder).env_remove("CLICOLOR_FORCE");
    command
}

fn walint(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = command(folder, arguments).output().unwrap();
    (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn statistics_count_what_each_rule_found() {
    let other = BROKEN.replace("order_ready", "order_packed").replace("packed and is", "wrapped and was");
    let folder = folder(&[("a.yaml", BROKEN), ("b.yaml", &other), ("c.yaml", CLEAN)]);
    let (code, out, _) = walint(folder.path(), &["check", "--statistics", "a.yaml", "b.yaml"]);
    assert_eq!(code, 1, "{out}");
    let rows: Vec<Vec<&str>> = out.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(rows[0], ["findings", "files", "fixable", "severity", "rule"]);
    assert!(rows.contains(&vec!["2", "2", "0", "error", "variables/edge"]), "{out}");
    assert!(out.contains("Checked 2 templates") && !out.contains("explain"), "{out}");

    let (code, out, _) = walint(folder.path(), &["check", "--statistics", "--format", "json", "a.yaml", "b.yaml"]);
    let statistics: Value = serde_json::from_str(&out).unwrap();
    let lines = statistics["statistics"].as_array().unwrap();
    let report: Value =
        serde_json::from_str(&walint(folder.path(), &["check", "--format", "json", "a.yaml", "b.yaml"]).1).unwrap();
    let sum: u64 = lines.iter().map(|line| line["findings"].as_u64().unwrap()).sum();
    assert_eq!((code, sum), (1, report["findings"].as_array().unwrap().len() as u64));
    assert_eq!(statistics["summary"], report["summary"]);
    let counts: Vec<u64> = lines.iter().map(|line| line["findings"].as_u64().unwrap()).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b), "{out}");

    let (_, out, _) = walint(folder.path(), &["check", "--statistics", "--quiet", "a.yaml"]);
    assert!(out.contains("variables/edge") && !out.contains("note") && !out.contains("Checked"), "{out}");
    let (code, out, _) = walint(folder.path(), &["check", "--statistics", "c.yaml"]);
    assert_eq!((code, out.lines().count()), (0, 2), "{out}");
}

#[test]
fn statistics_are_figures_on_github_too() {
    let folder = folder(&[("a.yaml", BROKEN)]);
    let there = |arguments: &[&str]| {
        let output = command(folder.path(), arguments).env("GITHUB_ACTIONS", "true").output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let (code, out) = there(&["check", "--statistics", "a.yaml"]);
    assert!(code == Some(1) && out.starts_with("findings"), "{out}");
    // Annotations that are asked for have no place for figures.
    assert_eq!(there(&["check", "--statistics", "--format", "github", "a.yaml"]).0, Some(2));
}

#[test]
fn timings_name_parts_and_rules_and_leave_the_report_as_it_is() {
    let folder = folder(&[("a.yaml", BROKEN)]);
    let plain = walint(folder.path(), &["check", "--format", "json", "a.yaml"]);
    let (code, out, err) = walint(folder.path(), &["check", "--format", "json", "--timings", "a.yaml"]);
    assert_eq!((code, &out), (1, &plain.1));
    assert_eq!(plain.2, "");
    let parts = [
        "finding and reading the files",
        "understanding the files",
        "the rules, file by file",
        "the rules over all files",
        "sorting",
        "writing the report",
        "other rules",
    ];
    for part in parts {
        assert!(err.contains(part), "{part}: {err}");
    }
    let (_, _, err) = walint(folder.path(), &["check", "--timings", "--select", "variables/edge", "a.yaml"]);
    assert!(err.contains("100 %  variables/edge") && !err.contains("other rules"), "{err}");
}

#[test]
fn a_run_that_nobody_looks_on_shows_no_progress() {
    let folder = folder(&[("a.yaml", CLEAN)]);
    assert_eq!(walint(folder.path(), &["check", "a.yaml"]).2, "");
}

/// A walint that watches, ended when the test is.
struct Watch {
    child: Child,
    lines: Receiver<String>,
}

impl Watch {
    fn start(folder: &Path, arguments: &[&str]) -> Self {
        let arguments = [&["check", "--watch"], arguments].concat();
        let mut child = command(folder, &arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = channel();
        thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { child, lines }
    }

    /// Waits for a line of a report.
    fn wait_for(&self, part: &str) {
        let mut seen = String::new();
        while !seen.contains(part) {
            let line = self.lines.recv_timeout(Duration::from_secs(30));
            seen += &line.unwrap_or_else(|_| panic!("no {part:?} in {seen}"));
        }
    }

    /// Whether nothing is said for a while.
    fn is_silent(&self) -> bool {
        thread::sleep(Duration::from_secs(1));
        self.lines.try_recv().is_err()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

#[test]
fn a_saved_file_is_checked_again() {
    let folder = folder(&[("a.yaml", CLEAN)]);
    let path = folder.path().join("a.yaml");
    let watch = Watch::start(folder.path(), &["."]);
    watch.wait_for("Ready to submit.");
    fs::write(&path, BROKEN).unwrap();
    watch.wait_for("variables/edge");
    watch.wait_for("Fix the error before you submit.");
    // As many editors save: a new file in place of the old one.
    fs::write(folder.path().join("new"), CLEAN).unwrap();
    fs::rename(folder.path().join("new"), &path).unwrap();
    watch.wait_for("Ready to submit.");
    fs::remove_file(&path).unwrap();
    fs::write(folder.path().join("b.yaml"), BROKEN).unwrap();
    watch.wait_for("b.yaml");
    watch.wait_for("Fix the error before you submit.");
    while !watch.is_silent() {}
    assert!(watch.is_silent(), "nothing was saved, so nothing is checked");
}

#[test]
fn the_configuration_is_watched_too() {
    let folder = folder(&[("a.yaml", CLEAN), ("walint.yaml", "languages: {required: [en]}\n")]);
    let watch = Watch::start(folder.path(), &["a.yaml"]);
    watch.wait_for("Ready to submit.");
    fs::write(folder.path().join("walint.yaml"), "languages: {required: [en").unwrap();
    thread::sleep(Duration::from_secs(1));
    fs::write(folder.path().join("walint.yaml"), "languages: {required: [en, es]}\n").unwrap();
    watch.wait_for("variants/language-missing");
}

#[test]
fn what_can_not_be_watched_is_told() {
    let folder = folder(&[("a.yaml", CLEAN)]);
    let (code, _, err) = walint(folder.path(), &["check", "--watch", "-"]);
    assert!(code == 2 && err.contains("standard input can not be watched"), "{err}");
    assert_eq!(walint(folder.path(), &["check", "--watch", "--select", "no/rule", "a.yaml"]).0, 2);
}
