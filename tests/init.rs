//! `walint init`, `completions` and `man` as they are met on the first day.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

fn walint(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_walint"));
    command.args(arguments).current_dir(folder).env_remove("CLICOLOR_FORCE").stdin(Stdio::null()).output().unwrap()
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

fn files(folder: &Path) -> Vec<String> {
    fn all(folder: &Path, found: &mut Vec<PathBuf>) {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() && !path.ends_with(".git") { all(&path, found) } else { found.push(path) }
        }
    }
    let mut found = Vec::new();
    all(folder, &mut found);
    let named = |path: &PathBuf| path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
    let mut names: Vec<String> = found.iter().map(named).filter(|name| name != ".git").collect();
    names.sort();
    names
}

#[test]
fn an_empty_folder_gets_a_template_that_is_ready_to_submit() {
    let folder = TempDir::new().unwrap();
    let output = walint(folder.path(), &["init"]);
    assert_eq!((code(&output), err(&output)), (0, String::new()));
    assert_eq!(files(folder.path()), ["templates/order_shipped.yaml", "walint.yaml"]);
    assert!(out(&output).contains("wrote  templates/order_shipped.yaml  your first template, in English"));
    let checked = walint(folder.path(), &["check", "--fail-on", "note"]);
    assert_eq!(code(&checked), 0, "{}", out(&checked));
    assert_eq!(code(&walint(folder.path(), &["preview", "templates/"])), 0);
}

#[test]
fn every_template_can_be_the_first_one() {
    let list = out(&walint(Path::new("."), &["init", "--list"]));
    let names: Vec<&str> = list
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next())
        .filter(|name| !name.is_empty())
        .collect();
    assert!(names.len() >= 15, "{list}");
    for name in names {
        let folder = TempDir::new().unwrap();
        assert_eq!(code(&walint(folder.path(), &["init", "--template", name])), 0, "{name}");
        let checked = walint(folder.path(), &["check", "--fail-on", "note"]);
        assert_eq!(code(&checked), 0, "{name}: {}", out(&checked));
    }
}

#[test]
fn a_repository_gets_its_hook_and_its_ci_step() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    fs::write(folder.path().join(".git/config"), "[remote \"origin\"]\n\turl = git@github.com:shop/messages.git\n")
        .unwrap();
    let output = walint(folder.path(), &["init", "--category", "marketing", "--language", "es,pt_BR"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert_eq!(
        files(folder.path()),
        [
            ".github/workflows/walint.yml",
            ".pre-commit-config.yaml",
            "templates/images/seasonal_sale.jpg",
            "templates/seasonal_sale.yaml",
            "walint.yaml"
        ]
    );
    let template = fs::read_to_string(folder.path().join("templates/seasonal_sale.yaml")).unwrap();
    assert!(template.contains("\n  es:\n") && template.contains("\n  pt_BR:\n") && !template.contains("en_US"));
    assert!(out(&output).contains("pre-commit install"), "{}", out(&output));
    let checked = walint(folder.path(), &["check", "--fail-on", "note"]);
    assert_eq!(code(&checked), 0, "{}", out(&checked));
}

#[test]
fn a_folder_in_a_repository_is_found_from_the_root() {
    let folder = TempDir::new().unwrap();
    fs::create_dir_all(folder.path().join(".git")).unwrap();
    fs::create_dir_all(folder.path().join("crm/wa")).unwrap();
    let arguments = ["init", "crm/wa", "--templates", "messages", "--ci", "gitlab"];
    assert_eq!(code(&walint(folder.path(), &arguments)), 0);
    assert_eq!(
        files(folder.path()),
        [".gitlab-ci.yml", ".pre-commit-config.yaml", "crm/wa/messages/order_shipped.yaml", "crm/wa/walint.yaml"]
    );
    let step = fs::read_to_string(folder.path().join(".gitlab-ci.yml")).unwrap();
    let step = step.lines().last().unwrap().trim_start_matches("    - walint ").to_owned();
    assert_eq!(step, "check --config crm/wa/walint.yaml crm/wa/messages/ --output gitlab=gl-code-quality.json");
    assert_eq!(code(&walint(folder.path(), &step.split(' ').collect::<Vec<_>>())), 0);
}

#[test]
fn nothing_that_is_there_is_touched() {
    let folder = TempDir::new().unwrap();
    fs::create_dir_all(folder.path().join("templates")).unwrap();
    let mine = [
        ("walint.yaml", "links: {own_domains: [mine.example]}\n"),
        (".pre-commit-config.yaml", "repos: []\n"),
        (".gitlab-ci.yml", "test: {script: [make]}\n"),
        ("templates/order_shipped.yaml", "name: mine\n"),
    ];
    for (name, text) in mine {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let output = walint(folder.path(), &["init", "--template", "order_shipped", "--ci", "gitlab", "--hook", "yes"]);
    assert_eq!(code(&output), 0);
    for (name, text) in mine {
        assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), text, "{name}");
        assert!(out(&output).contains(&format!("kept   {name} ")), "{}", out(&output));
    }
    assert_eq!(files(folder.path()).len(), mine.len());
    assert!(out(&output).contains("add this to it:\n\nrepos:\n  - repo: local\n"), "{}", out(&output));
    assert!(out(&output).contains("add this to it:\n\n# Checks all"), "{}", out(&output));
}

#[test]
fn a_project_with_templates_gets_no_example_unless_asked_for() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("templates")).unwrap();
    fs::write(folder.path().join("templates/mine.yaml"), "name: mine\n").unwrap();
    assert_eq!(code(&walint(folder.path(), &["init"])), 0);
    assert_eq!(files(folder.path()), ["templates/mine.yaml", "walint.yaml"]);
}

#[test]
fn a_language_without_a_text_is_told() {
    let folder = TempDir::new().unwrap();
    let output = walint(folder.path(), &["init", "--language", "en_US,fi"]);
    assert!(out(&output).contains("Finnish is still to be written"), "{}", out(&output));
    let folder = TempDir::new().unwrap();
    let output = walint(folder.path(), &["init", "--language", "fi"]);
    assert!(out(&output).contains("translate it into Finnish"), "{}", out(&output));
}

#[test]
fn what_can_not_be_followed_writes_nothing() {
    let folder = TempDir::new().unwrap();
    for (arguments, reason) in [
        (&["--language", "fr_FR"][..], "did you mean `fr`?"),
        (&["--template", "order_shiped"], "did you mean `order_shipped`?"),
        (&["--template", "login_code", "--category", "utility"], "belongs to AUTHENTICATION"),
        (&["--templates", "../elsewhere"], "within the project"),
        (&["--templates", "/tmp"], "within the project"),
        (&["--templates", ""], "within the project"),
        (&["missing"], "there is no folder missing"),
        (&["--ci", "jenkins"], "possible values: github, gitlab, none"),
    ] {
        let output = walint(folder.path(), &[&["init"], arguments].concat());
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(err(&output).contains(reason), "{arguments:?}: {}", err(&output));
    }
    assert!(files(folder.path()).is_empty());
}

#[cfg(unix)]
#[test]
fn no_link_leads_a_file_out_of_the_folder() {
    let (folder, outside) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    std::os::unix::fs::symlink(outside.path(), folder.path().join("templates")).unwrap();
    std::os::unix::fs::symlink("nowhere", folder.path().join("walint.yaml")).unwrap();
    let output = walint(folder.path(), &["init"]);
    assert_eq!(code(&output), 3);
    assert!(err(&output).contains("a link leads out of this folder"), "{}", err(&output));
    assert!(out(&output).contains("kept   walint.yaml"), "{}", out(&output));
    assert!(files(outside.path()).is_empty());
}

#[test]
fn completions_know_commands_and_rules() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = walint(Path::new("."), &["completions", shell]);
        assert_eq!(code(&output), 0, "{shell}");
        for word in ["preview", "init", "--fail-on"] {
            assert!(out(&output).contains(word.trim_start_matches('-')), "{shell} {word}");
        }
    }
    assert!(out(&walint(Path::new("."), &["completions", "bash"])).contains("variables/edge"));
    assert_eq!(code(&walint(Path::new("."), &["completions", "cmd"])), 2);
}

#[test]
fn every_command_has_a_page() {
    let folder = TempDir::new().unwrap();
    assert_eq!(code(&walint(folder.path(), &["man", "-o", "."])), 0);
    let pages = files(folder.path());
    let help = out(&walint(folder.path(), &["--help"]));
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names = commands.filter_map(|line| line.strip_prefix("  ")?.split(' ').next()).filter(|name| !name.is_empty());
    for name in names.filter(|name| *name != "help") {
        assert!(pages.contains(&format!("walint-{name}.1")), "{name}: {pages:?}");
    }
    let page = out(&walint(folder.path(), &["man", "check"]));
    assert_eq!(page, fs::read_to_string(folder.path().join("walint-check.1")).unwrap());
    assert!(page.starts_with(".ie") && page.contains(".TH walint-check 1"), "{page}");
    assert_eq!(code(&walint(folder.path(), &["man", "chekc"])), 2);
}
