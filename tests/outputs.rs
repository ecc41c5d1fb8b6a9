//! Reports in files, several formats in one run, and what CI servers get by themselves.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const BROKEN: &str = "name: order_ready\ncategory: UTILITY\nvariants:\n  en:\n    body:\n      text: Your order has been packed and is ready for {{1}}\n      example: [Ana]\n";
const FORMATS: [&str; 9] = ["human", "concise", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "markdown"];

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("templates")).unwrap();
    fs::write(folder.path().join("templates/a.yaml"), BROKEN).unwrap();
    folder
}

fn walint(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_walint"));
    for variable in ["GITHUB_ACTIONS", "GITHUB_WORKSPACE", "GITLAB_CI", "CI_PROJECT_DIR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command.args(arguments).envs(environment.iter().copied()).current_dir(folder).output().unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_exit_code_is_the_same_in_every_format() {
    let folder = folder();
    for format in FORMATS {
        for (fail_on, wanted) in [("error", 1), ("never", 0)] {
            let output = walint(folder.path(), &["--format", format, "--fail-on", fail_on], &[]);
            assert_eq!((code(&output), err(&output).as_str()), (wanted, ""), "{format}");
        }
        let output = walint(folder.path(), &["--format", format, "templates", "missing.yaml"], &[]);
        assert_eq!(code(&output), 3, "{format}");
        assert!(out(&output).contains("variables/edge"), "{format}");
    }
}

#[test]
fn one_run_writes_any_number_of_reports() {
    let folder = folder();
    let named: Vec<String> = FORMATS.iter().map(|format| format!("--output={format}=out.{format}")).collect();
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    let output = walint(folder.path(), &named, &[]);
    assert_eq!((code(&output), err(&output).as_str()), (1, ""));
    assert!(out(&output).contains("error[variables/edge]"), "{}", out(&output));
    for format in FORMATS {
        let alone = walint(folder.path(), &["--format", format], &[]);
        let written = fs::read(folder.path().join(format!("out.{format}"))).unwrap();
        assert!(written == alone.stdout, "{format}");
    }
    // And nothing else: no temporary file is left.
    assert_eq!(names(folder.path()).len(), FORMATS.len() + 1);
}

#[test]
fn a_file_name_alone_takes_what_would_be_printed() {
    let folder = folder();
    let output = walint(folder.path(), &["--format", "markdown", "-o", "review.md", "--color", "always"], &[]);
    assert_eq!((code(&output), out(&output).as_str()), (1, ""));
    assert!(fs::read_to_string(folder.path().join("review.md")).unwrap().starts_with("### walint\n"));
    walint(folder.path(), &["-o", "report.txt", "--color", "always"], &[("GITHUB_ACTIONS", "true")]);
    let text = fs::read_to_string(folder.path().join("report.txt")).unwrap();
    assert!(text.starts_with("error[variables/edge]"), "no colours in a file: {text}");
}

#[test]
fn a_reader_who_goes_away_does_not_cost_the_files() {
    let folder = folder();
    let mut child = Command::new(env!("CARGO_BIN_EXE_walint"))
        .args(["--format", "human", "-o", "sarif=a.sarif"])
        .current_dir(folder.path())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    child.wait().unwrap();
    assert!(serde_json::from_slice::<Value>(&fs::read(folder.path().join("a.sarif")).unwrap()).is_ok());
}

#[test]
fn what_can_not_be_written_is_told() {
    let folder = folder();
    for (arguments, words, wanted) in [
        (&["-o", "sarf=a.sarif"][..], "did you mean `sarif`?", 2),
        (&["-o", "json=-"], "standard output is what --format is for", 2),
        (&["-o", "a.txt", "-o", "b.txt"], "say which format goes to which file", 2),
        (&["-o", "json=a", "-o", "sarif=a"], "can not go to the same file, a", 2),
        (&["-o", "json=no/such/folder.json"], "there is no such folder", 2),
        (&["-o", "json=templates"], "it is a folder", 2),
        (&["-o", "json=templates/a.yaml"], "templates/a.yaml was checked", 2),
        (&["-o", "json=no/such/folder.json", "missing.yaml"], "there is no such folder", 3),
    ] {
        let output = walint(folder.path(), arguments, &[]);
        assert_eq!((code(&output), err(&output).contains(words)), (wanted, true), "{arguments:?} {}", err(&output));
    }
    assert_eq!(fs::read_to_string(folder.path().join("templates/a.yaml")).unwrap(), BROKEN);
    assert_eq!(names(folder.path()), ["templates"]);
}

#[test]
fn a_report_of_an_earlier_run_is_no_template() {
    let folder = folder();
    let run = || walint(folder.path(), &[".", "--verbose", "-o", "json=report.json"], &[]);
    let (first, second) = (run(), run());
    assert!(folder.path().join("report.json").exists());
    assert_eq!((out(&first), code(&first)), (out(&second), code(&second)));
}

#[cfg(unix)]
#[test]
fn a_report_that_is_replaced_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let report = folder.path().join("report.json");
    fs::write(&report, "old").unwrap();
    fs::set_permissions(&report, fs::Permissions::from_mode(0o640)).unwrap();
    walint(folder.path(), &["-o", "json=report.json"], &[]);
    assert_eq!(fs::metadata(&report).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(serde_json::from_slice::<Value>(&fs::read(&report).unwrap()).is_ok());
}

#[test]
fn github_actions_gets_annotations_unless_a_format_is_named() {
    let folder = folder();
    let actions = ("GITHUB_ACTIONS", "true");
    let output = walint(folder.path(), &[], &[actions]);
    assert!(out(&output).starts_with("::error file=templates/a.yaml,line=6,"), "{}", out(&output));
    assert_eq!(code(&output), 1);
    let named = walint(folder.path(), &["--format", "human"], &[actions]);
    assert!(out(&named).starts_with("error[variables/edge]"));
    for value in ["false", ""] {
        assert!(out(&walint(folder.path(), &[], &[("GITHUB_ACTIONS", value)])).starts_with("error["), "{value}");
    }
    let both = walint(folder.path(), &["-o", "sarif=a.sarif"], &[actions]);
    assert!(out(&both).starts_with("::error ") && folder.path().join("a.sarif").exists());
}

#[test]
fn paths_for_servers_start_at_the_root_of_the_repository() {
    let folder = folder();
    let root = folder.path().to_str().unwrap();
    let inside = folder.path().join("templates");
    let absolute = inside.join("a.yaml");
    let absolute = absolute.to_str().unwrap();
    for path in ["a.yaml", absolute, "../templates/a.yaml"] {
        let output = walint(&inside, &[path], &[("GITHUB_ACTIONS", "true"), ("GITHUB_WORKSPACE", root)]);
        assert!(out(&output).starts_with("::error file=templates/a.yaml,"), "{}", out(&output));
        let gitlab = walint(&inside, &[path, "--format", "gitlab"], &[("GITLAB_CI", "true"), ("CI_PROJECT_DIR", root)]);
        assert_eq!(serde_json::from_slice::<Value>(&gitlab.stdout).unwrap()[0]["location"]["path"], "templates/a.yaml");
    }
    let sarif = walint(folder.path(), &[absolute, "--format", "sarif"], &[]);
    let sarif: Value = serde_json::from_slice(&sarif.stdout).unwrap();
    let uri = "/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri";
    assert_eq!(sarif.pointer(uri).unwrap(), "templates/a.yaml");
}

#[cfg(unix)]
#[test]
fn nobody_forges_a_command_by_the_name_of_a_file() {
    let folder = folder();
    for name in ["::error::x.yaml", "a\n::error title=x::y.yaml", "##[error]z.yaml"] {
        fs::write(folder.path().join("templates").join(name), BROKEN).unwrap();
        fs::write(folder.path().join("templates").join(name.replace(".yaml", "-latin.yaml")), b"name: \xE9\n").unwrap();
    }
    for format in FORMATS {
        let output = walint(&folder.path().join("templates"), &[".", "--verbose", "--format", format], &[]);
        let text = out(&output) + &err(&output);
        assert!(!text.contains("##[") && !text.contains('\r'), "{format}: {text}");
        for line in text.lines().filter(|line| line.trim_start().starts_with("::")) {
            let ours = ["::error file=", "::notice title=walint::", "::group::All ", "::endgroup::"];
            assert!(format == "github" && ours.iter().any(|ours| line.starts_with(ours)), "{format}: {line}");
        }
    }
}
