//! The pages that are made from others are up to date.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::process::Command;

fn project(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap().replace("\r\n", "\n")
}

fn walint(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_walint")).args(arguments).output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_page_of_all_rules_is_that_of_their_pages() {
    let made = walint(&["rules", "--format", "markdown"]);
    let kept = project("rules/README.md");
    assert!(made == kept, "out of date: walint rules --format markdown > rules/README.md");
    for entry in walint::rules::all() {
        assert!(made.contains(&format!("| [{0}]({0}.md) | ", entry.metadata.id)), "{}", entry.metadata.id);
    }
    let columns = |line: &&str| line.replace("\\|", "").matches('|').count() == 6;
    assert!(made.lines().filter(|line| line.starts_with('|')).all(|line| columns(&line)));
}

#[test]
fn the_readme_shows_the_files_that_init_writes() {
    let place = walint::init::Place { project: String::new(), templates: "templates".to_owned() };
    let readme = project("README.md");
    for written in [walint::init::hook(&place), walint::init::github(&place), walint::init::gitlab(&place)] {
        assert!(readme.contains(&format!("```yaml\n{written}```\n")), "not in README.md:\n{written}");
    }
}

#[test]
fn the_readme_names_hooks_inputs_and_options_that_there_are() {
    let (readme, hooks, action) = (project("README.md"), project(".pre-commit-hooks.yaml"), project("action.yml"));
    for id in ["walint", "walint-fix"] {
        assert!(hooks.contains(&format!("- id: {id}\n")) && readme.contains(&format!("      - id: {id} ")), "{id}");
    }
    for input in ["sarif", "args", "version"] {
        assert!(action.contains(&format!("  {input}:\n")) && readme.contains(&format!("`{input}`")), "{input}");
    }
    let help = walint(&["check", "--help"]);
    for option in ["--staged", "--changed-since", "--beside", "--skip-others"] {
        assert!(help.contains(option) && readme.contains(option), "{option}");
    }
}
