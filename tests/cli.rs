//! The program as a developer, a marketer and a CI step meet it: options, streams, exit codes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const CLEAN: &str = "name: order_ready\ncategory: UTILITY\nvariants:\n  en:\n    body: Your order has been packed and is ready for you at our shop.\n";
const BROKEN: &str = "name: order_ready\ncategory: UTILITY\nvariants:\n  en:\n    body:\n      text: Your order has been packed and is ready for {{1}}\n      example: [Ana]\n";
/// A note only: the category is written in lower case.
const NOTED: &str = "name: order_ready\ncategory: utility\nvariants:\n  en:\n    body: Your order has been packed and is ready for you at our shop.\n";

struct Folder(TempDir);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(TempDir::new().unwrap());
        for (name, text) in files {
            folder.write(name, text.as_bytes());
        }
        folder
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn walint(&self, arguments: &[&str]) -> Output {
        command(self.0.path(), arguments).output().unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.walint(&[&["check", "--format", "json"], arguments].concat());
        serde_json::from_slice(&output.stdout).expect("one JSON object and nothing else")
    }
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_walint"));
    command.args(arguments).current_dir(folder).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    // As on a laptop, also where the tests run in CI.
    command.env_remove("GITHUB_ACTIONS").env_remove("GITLAB_CI");
    command
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("the program ends by itself")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn the_exit_code_says_what_became_of_the_run() {
    let folder = Folder::with(&[("clean.yaml", CLEAN), ("broken.yaml", BROKEN), ("noted.yaml", NOTED)]);
    folder.write("latin.yaml", b"name: caf\xE9\n");
    for (arguments, wanted) in [
        (&["check", "clean.yaml"][..], 0),
        (&["clean.yaml"], 0),
        (&["check", "broken.yaml"], 1),
        (&["check", "broken.yaml", "--fail-on", "never"], 0),
        (&["check", "noted.yaml"], 0),
        (&["check", "noted.yaml", "--fail-on", "warning"], 0),
        (&["check", "noted.yaml", "--fail-on", "note"], 1),
        (&["check", "--no-such-option"], 2),
        (&["check", "--select", "variables/egde", "clean.yaml"], 2),
        (&["check", "latin.yaml"], 3),
        (&["check", "latin.yaml", "broken.yaml"], 3),
        (&["check", "latin.yaml", "--fail-on", "never"], 3),
        (&["check", "missing.yaml"], 3),
        (&["--help"], 0),
        (&["--version"], 0),
    ] {
        let output = folder.walint(arguments);
        assert_eq!(code(&output), wanted, "{arguments:?}\n{}{}", out(&output), err(&output));
    }
}

#[test]
fn findings_are_printed_even_when_something_could_not_be_checked() {
    let folder = Folder::with(&[("broken.yaml", BROKEN)]);
    folder.write("latin.yaml", b"name: caf\xE9\n");
    let output = folder.walint(&["check", "."]);
    assert_eq!(code(&output), 3);
    assert!(out(&output).contains("error[variables/edge]") && out(&output).contains("error[syntax/invalid-utf8]"));
    let report = folder.json(&["."]);
    let status: Vec<_> =
        report["files"].as_array().unwrap().iter().map(|file| file["status"].as_str().unwrap()).collect();
    assert_eq!((status, &report["summary"]["unchecked"]), (vec!["checked", "unchecked"], &Value::from(1)));
}

#[test]
fn an_unchecked_file_is_named_even_when_its_rule_is_not_selected() {
    let folder = Folder::with(&[("clean.yaml", CLEAN)]);
    folder.write("latin.yaml", b"name: caf\xE9\n");
    let output = folder.walint(&["check", "--select", "variables", "."]);
    assert_eq!((code(&output), err(&output).contains("latin.yaml could not be checked")), (3, true));
}

#[test]
fn json_is_the_contract() {
    let folder = Folder::with(&[("a.yaml", BROKEN)]);
    let report = folder.json(&["a.yaml"]);
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let sorted = |mut words: Vec<&'static str>| {
        words.sort_unstable();
        words
    };
    assert_eq!(keys(&report), sorted(vec!["version", "tool", "files", "findings", "summary"]));
    assert_eq!(report["version"], 1);
    assert_eq!(keys(&report["tool"]), sorted(vec!["name", "version", "policy"]));
    assert_eq!(keys(&report["files"][0]), sorted(vec!["path", "status", "templates", "variants"]));
    let summary =
        ["files", "templates", "variants", "errors", "warnings", "notes", "suppressed", "baselined", "unchecked"];
    assert_eq!(keys(&report["summary"]), sorted(summary.to_vec()));
    let finding = &report["findings"][0];
    let fields = [
        "rule",
        "severity",
        "outcome",
        "confidence",
        "message",
        "help",
        "url",
        "meta",
        "file",
        "template",
        "language",
        "component",
        "range",
        "related",
        "fixes",
        "fingerprint",
    ];
    assert_eq!(keys(finding), sorted(fields.to_vec()));
    assert_eq!(finding["rule"], "variables/edge");
    assert_eq!((&finding["severity"], &finding["outcome"]), (&"error".into(), &"api-rejection".into()));
    assert_eq!(finding["meta"]["subcode"], 2388299);
    assert_eq!((&finding["template"], &finding["language"]), (&"order_ready".into(), &"en".into()));
    assert_eq!((&finding["file"], &finding["component"]), (&"a.yaml".into(), &"body".into()));
    let range = &finding["range"];
    let (start, end) = (range["start"]["byte"].as_u64().unwrap(), range["end"]["byte"].as_u64().unwrap());
    assert_eq!(&BROKEN[usize::try_from(start).unwrap()..usize::try_from(end).unwrap()], "{{1}}");
    assert_eq!((&range["start"]["line"], &range["start"]["column"]), (&6.into(), &57.into()));
}

#[test]
fn fingerprints_survive_moved_lines_and_tell_twins_apart() {
    let folder = Folder::with(&[("a.yaml", BROKEN), ("b.yaml", &format!("# moved\n\n{BROKEN}"))]);
    let print = |file: &str| folder.json(&[file])["findings"][0]["fingerprint"].clone();
    assert_eq!(print("a.yaml"), print("b.yaml"));
    let both = folder.json(&["--select", "variables", "a.yaml", "b.yaml"]);
    assert_ne!(both["findings"][0]["fingerprint"], both["findings"][1]["fingerprint"]);
}

#[test]
fn standard_input_is_a_file_with_a_name() {
    let folder = Folder::with(&[]);
    let mut child = command(folder.0.path(), &["check", "-", "--stdin-filename", "drafts/sale.yaml"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(BROKEN.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(code(&output), 1);
    assert!(out(&output).contains("drafts/sale.yaml:6:57"), "{}", out(&output));
}

#[test]
fn folders_are_walked_and_other_files_counted() {
    let folder = Folder::with(&[
        ("templates/b.yml", BROKEN),
        ("templates/deep/a.yaml", CLEAN),
        ("templates/compose.yaml", "services: {web: {image: shop}}\n"),
        ("templates/readme.txt", "{{1}}"),
        ("templates/.hidden/c.yaml", BROKEN),
    ]);
    // Without a path, `templates/` is what is meant.
    let output = folder.walint(&["check", "--verbose"]);
    assert_eq!(code(&output), 1);
    let text = out(&output);
    assert!(text.contains("not a template: templates/compose.yaml"), "{text}");
    assert!(text.contains("1 file is not a template"), "{text}");
    let report = folder.json(&["templates"]);
    let paths: Vec<_> = report["files"].as_array().unwrap().iter().map(|file| file["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["templates/b.yml", "templates/deep/a.yaml"]);
}

#[test]
fn a_named_file_has_to_be_a_template() {
    let folder = Folder::with(&[("compose.yaml", "services: {web: {image: shop}}\n"), ("empty.yaml", "# nothing\n")]);
    for (file, words) in [("compose.yaml", "its keys are `services`"), ("empty.yaml", "it is empty")] {
        let output = folder.walint(&["check", file]);
        assert_eq!((code(&output), out(&output).contains(words)), (1, true), "{}", out(&output));
    }
}

#[test]
fn a_run_that_checks_nothing_fails_unless_that_is_fine() {
    let folder = Folder::with(&[("compose.yaml", "services: {web: {image: shop}}\n")]);
    let output = folder.walint(&["check", "."]);
    assert_eq!(code(&output), 3);
    assert!(err(&output).contains("not a template") && err(&output).contains("--allow-empty"), "{}", err(&output));
    assert_eq!(code(&folder.walint(&["check", ".", "--allow-empty"])), 0);
}

#[test]
fn rules_are_chosen_by_id_and_by_family() {
    let folder = Folder::with(&[("a.yaml", BROKEN)]);
    let rules = |arguments: &[&str]| -> Vec<String> {
        let report = folder.json(arguments);
        report["findings"].as_array().unwrap().iter().map(|found| found["rule"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(rules(&["a.yaml", "--select", "variables/edge"]), ["variables/edge"]);
    assert_eq!(rules(&["a.yaml", "--select", "variables"]), ["variables/edge"]);
    assert!(rules(&["a.yaml", "--ignore", "variables/edge"]).is_empty());
    assert!(rules(&["a.yaml", "--select", "variables", "--ignore", "variables/edge,body"]).is_empty());
    let output = folder.walint(&["check", "a.yaml", "--ignore", "variable/edge"]);
    assert!(err(&output).contains("did you mean `variables/edge`?"), "{}", err(&output));
}

#[test]
fn quiet_shows_errors_only() {
    let folder = Folder::with(&[("a.yaml", BROKEN), ("b.yaml", NOTED)]);
    let text = out(&folder.walint(&["check", "--quiet", "a.yaml", "b.yaml"]));
    assert!(text.contains("error[variables/edge]") && !text.contains("note[") && !text.contains("Checked"), "{text}");
}

#[test]
fn colours_are_for_terminals_and_those_who_ask() {
    let folder = Folder::with(&[("a.yaml", BROKEN)]);
    let coloured = |arguments: &[&str]| out(&folder.walint(arguments)).contains('\x1b');
    assert!(!coloured(&["check", "a.yaml"]));
    assert!(coloured(&["check", "a.yaml", "--color", "always"]));
    assert!(!coloured(&["check", "a.yaml", "--color", "never"]));
}

#[test]
fn a_reader_who_goes_away_is_no_error() {
    let many: String =
        (0..2000).map(|n| format!("---\n{}", BROKEN.replace("order_ready", &format!("order_{n}")))).collect();
    let folder = Folder::with(&[("many.yaml", &many)]);
    for format in ["human", "json", "concise", "sarif", "github", "gitlab", "junit", "checkstyle", "markdown"] {
        let mut child = command(folder.0.path(), &["check", "--format", format, "many.yaml"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        // What the run found stays found.
        assert_eq!((code(&output), err(&output).as_str()), (1, ""), "{format}");
    }
}

#[test]
fn limits_hold_before_a_file_is_read() {
    let folder = Folder::with(&[("large.yaml", &format!("{CLEAN}#{}", "x".repeat(2000)))]);
    let output = folder.walint(&["check", "large.yaml", "--max-file-size", "1000"]);
    assert_eq!(code(&output), 3);
    assert!(out(&output).contains("syntax/too-large"), "{}", out(&output));
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_told_and_not_waited_for() {
    let folder = Folder::with(&[("a.yaml", CLEAN)]);
    assert!(Command::new("mkfifo").arg(folder.0.path().join("pipe.yaml")).status().unwrap().success());
    std::os::unix::fs::symlink(".", folder.0.path().join("loop")).unwrap();
    let output = folder.walint(&["check", "."]);
    assert_eq!(code(&output), 3);
    assert!(out(&output).contains("it is not a regular file"), "{}", out(&output));
}

#[test]
fn nothing_from_a_file_moves_the_cursor() {
    let evil = BROKEN.replace("order_ready", "\"\\e[31mred\\u202E\\u009B\"").replace("Your", "\u{202E}Your");
    let folder = Folder::with(&[("a.yaml", &evil), ("b\n::error::x.yaml", BROKEN)]);
    let output = folder.walint(&["check", "."]);
    let text = out(&output);
    for character in ['\x1b', '\u{202E}', '\u{9B}', '\r'] {
        assert!(!text.contains(character), "{character:?} in {text}");
    }
    assert!(!text.lines().any(|line| line.starts_with("::error")), "{text}");
}

#[test]
fn explain_shows_a_page_and_helps_with_names() {
    let folder = Folder::with(&[]);
    let output = folder.walint(&["explain", "variables/edge"]);
    assert_eq!(code(&output), 0);
    for part in ["variables/edge", "What", "Why", "Fix", "{{1}}", "2388299", "Source: https://"] {
        assert!(out(&output).contains(part), "{part}\n{}", out(&output));
    }
    for (written, meant) in
        [("variables/egde", "variables/edge"), ("edge", "variables/edge"), ("body/lenght", "body/length")]
    {
        let output = folder.walint(&["explain", written]);
        assert_eq!(code(&output), 2);
        assert!(err(&output).contains(&format!("did you mean `walint explain {meant}`?")), "{}", err(&output));
    }
}

#[test]
fn rules_lists_every_rule_for_people_and_programs() {
    let folder = Folder::with(&[]);
    let listed: Value = serde_json::from_slice(&folder.walint(&["rules", "--format", "json"]).stdout).unwrap();
    assert_eq!(listed.as_array().unwrap().len(), walint::rules::all().len());
    assert_eq!(listed.as_array().unwrap().iter().filter(|rule| rule["id"] == "variables/edge").count(), 1);
    let table = out(&folder.walint(&["rules"]));
    for entry in walint::rules::all() {
        assert!(table.contains(entry.metadata.id) && table.contains(entry.metadata.summary), "{}", entry.metadata.id);
    }
}

#[test]
fn the_configuration_is_the_nearest_one_and_its_mistakes_have_places() {
    let folder = Folder::with(&[("walint.yaml", "links:\n  own_domain: [shop.example]\n"), ("deep/a.yaml", CLEAN)]);
    let inside = command(&folder.0.path().join("deep"), &["check", "a.yaml"]).output().unwrap();
    assert_eq!(code(&inside), 2);
    assert!(
        err(&inside).contains("walint.yaml:2:3: ") && err(&inside).contains("did you mean `own_domains`?"),
        "{}",
        err(&inside)
    );
    folder.write("good.yaml", b"links: {own_domains: [shop.example]}\n");
    let named = folder.walint(&["check", "--config", "good.yaml", "deep"]);
    assert_eq!(code(&named), 0, "{}", err(&named));
    let missing = folder.walint(&["check", "--config", "no.yaml", "deep"]);
    assert_eq!((code(&missing), err(&missing).contains("there is no such file")), (2, true));
}
