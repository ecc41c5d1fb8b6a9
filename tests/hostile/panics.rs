//! A rule with a mistake of ours in it: named, and no reason to keep quiet about everything else.

use std::path::Path;
use std::process::Command;

use serde_json::Value;
use walint::Settings;
use walint::cli::{Exit, run_with};
use walint::rules::{self, Context, Entry, File, Files, Metadata, Rule};
use walint::template::{Surface, Text};
use walint::{Source, check};

use super::program::{BROKEN, CLEAN, Folder, Ran, at_home, forges_nothing, is_harmless};

/// Fails on every file but `clean.yaml`, and repeats what a stranger wrote.
struct OnFiles;

impl Rule for OnFiles {
    fn file(&self, file: &File, _: &mut Context<'_>) {
        assert!(file.source.path() == "clean.yaml", "\u{1b}[31m\u{202E}\n::error::x ##[error]y");
    }
}

/// Fails on texts, after it has said something.
struct OnTexts;

impl Rule for OnTexts {
    fn text(&self, text: &Text, _: Surface, cx: &mut Context<'_>) {
        cx.report(cx.whole(text), "said before it failed");
        let none: &[u8] = &[];
        assert_eq!(none[text.value().len()], 0);
    }
}

/// Fails on every file alone, and on every group of them.
struct OnGroups;

impl Rule for OnGroups {
    fn group(&self, files: Files<'_>, _: &mut Context<'_>) {
        assert_eq!(files.iter().count(), 0, "it is asked about something");
    }
}

/// Fails on the whole run.
struct OnRuns;

impl Rule for OnRuns {
    fn run(&self, _: Files<'_>, _: &mut Context<'_>) {
        std::panic::panic_any(7);
    }
}

fn entry(id: &'static str, rule: &'static dyn Rule) -> Entry {
    let like = rules::by_id("variables/edge").unwrap().metadata;
    let metadata = Metadata {
        id,
        summary: "",
        severity: like.severity,
        confidence: like.confidence,
        outcome: like.outcome,
        code: None,
        prevents: &[],
        fix: like.fix,
        since: "0.1.0",
        sources: &[],
        page: "",
    };
    Entry { metadata: Box::leak(Box::new(metadata)), rule }
}

fn bad_rules() -> [Entry; 4] {
    [
        entry("bad/files", &OnFiles),
        entry("bad/texts", &OnTexts),
        entry("bad/groups", &OnGroups),
        entry("bad/runs", &OnRuns),
    ]
}

/// The whole program with one more rule: this test started once more, by itself.
const ARGUMENTS: &str = "WALINT_HOSTILE_ARGUMENTS";

#[test]
fn the_program_with_a_bad_rule() {
    let Ok(arguments) = std::env::var(ARGUMENTS) else { return };
    let (rule, arguments) = arguments.split_once(' ').unwrap();
    let rules = bad_rules().into_iter().filter(|entry| entry.metadata.id == rule).collect::<Vec<_>>();
    let arguments = std::iter::once("walint").chain(arguments.split(' ')).map(Into::into);
    std::process::exit(match run_with(arguments, &rules) {
        Exit::Clean => 0,
        Exit::Findings => 1,
        Exit::Usage => 2,
        Exit::Unchecked => 3,
    });
}

fn walint_with(rule: &str, folder: &Folder, arguments: &str) -> Ran {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["panics::the_program_with_a_bad_rule", "--exact", "--nocapture", "--quiet"]);
    at_home(command.env(ARGUMENTS, format!("{rule} {arguments}")), &folder.path(""));
    Ran::of(command.output().unwrap())
}

#[test]
fn a_rule_that_panics_is_named_and_the_others_are_heard() {
    let folder = Folder::with(&[("broken.yaml", BROKEN), ("clean.yaml", CLEAN)]);
    let on_run = [("bad/groups", "the run"), ("bad/runs", "the run")];
    for (rule, on) in [("bad/files", "broken.yaml"), ("bad/texts", "broken.yaml")].into_iter().chain(on_run) {
        for format in ["human", "concise", "github", "markdown", "junit", "sarif"] {
            let ran = walint_with(rule, &folder, &format!("check . --format {format}"));
            assert_eq!(ran.code, 3, "{rule}, {format}: {ran:?}");
            assert!(ran.out.contains("variables/edge"), "the others: {ran:?}");
            assert!(ran.err.contains(&format!("internal error in rule {rule} on {on}")), "named: {}", ran.err);
            assert!(ran.err.matches(" on the run").count() <= 1, "once: {}", ran.err);
            assert!(ran.err.contains("tests/hostile/panics.rs:"), "where: {}", ran.err);
            is_harmless(rule, &ran.said());
            forges_nothing(format, &ran.said());
        }
        let ran = walint_with(rule, &folder, "check . --output json=report.json --fail-on never");
        assert_eq!(ran.code, 3, "no level of --fail-on makes it a success");
        let report: Value = serde_json::from_str(&folder.read("report.json")).unwrap();
        let status = |name: &str| {
            let files = report["files"].as_array().unwrap();
            files.iter().find(|file| file["path"] == name).unwrap()["status"].clone()
        };
        assert_eq!(status("broken.yaml"), if on == "the run" { "checked" } else { "unchecked" }, "{report}");
        assert!(report["summary"]["unchecked"].as_u64().unwrap() >= 1);
        std::fs::remove_file(folder.path("report.json")).unwrap();
    }
}

#[test]
fn a_rule_that_panics_does_not_spoil_a_fix() {
    let noted = BROKEN.replace("UTILITY", "utility");
    let folder = Folder::with(&[("broken.yaml", &noted)]);
    let ran = walint_with("bad/files", &folder, "check --fix broken.yaml");
    assert_eq!((ran.code, folder.read("broken.yaml")), (3, BROKEN.to_owned()), "{ran:?}");
}

#[test]
fn what_a_rule_said_before_it_failed_is_kept() {
    let settings = Settings { extra: bad_rules().to_vec(), ..Settings::default() };
    let report = check(vec![Source::new("a.yaml", BROKEN.into())], &settings);
    let failed: Vec<&str> = report.failures.iter().map(|(_, failure)| failure.rule).collect();
    assert_eq!(failed, ["bad/files", "bad/texts", "bad/groups", "bad/runs"]);
    let said: Vec<&str> = report.findings.iter().map(|finding| finding.rule.id).collect();
    assert!(said.contains(&"bad/texts") && said.contains(&"variables/edge"), "{said:?}");
    assert!(Path::new(file!()).ends_with("panics.rs"));
}
