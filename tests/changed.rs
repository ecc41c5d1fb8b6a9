//! `check --staged`, `--changed-since` and `--beside`: what changed is told, as git has it, and nothing else.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "changed/context.rs"]
mod context;
#[path = "changed/names.rs"]
mod names;
#[path = "changed/since.rs"]
mod since;
#[path = "changed/staged.rs"]
mod staged;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const GOOD: &str = "Your order has been packed and is ready for you at our shop.";
const BAD: &str = "Your order has been packed and is ready for {{1}}";

/// A template of that name with that text, which a sample goes with; no two have the same words.
fn template(name: &str, text: &str) -> String {
    let text = text.replace("order", &format!("{name} order"));
    let example = if text.contains("{{1}}") { "\n      example: [Ana]" } else { "" };
    format!("name: {name}\ncategory: UTILITY\nvariants:\n  en:\n    body:\n      text: \"{text}\"{example}\n")
}

struct Repository(TempDir);

impl Repository {
    /// An empty repository, with git as it is on no particular machine.
    fn new() -> Self {
        let repository = Self(TempDir::new().unwrap());
        repository.git(&["init", "-q", "-b", "main"]);
        repository
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn git(&self, arguments: &[&str]) -> String {
        let output = environment(Command::new("git").args(arguments).current_dir(self.path())).output().unwrap();
        assert!(output.status.success(), "git {arguments:?}: {}", err(&output));
        out(&output)
    }

    fn commit(&self) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", "x"]);
    }

    fn walint(&self, arguments: &[&str]) -> Output {
        self.walint_in(".", arguments)
    }

    fn walint_in(&self, folder: &str, arguments: &[&str]) -> Output {
        command(&self.path().join(folder), arguments).output().unwrap()
    }

    /// What is told: `(rule, file)` each, and the exit code.
    fn told(&self, arguments: &[&str]) -> (Vec<(String, String)>, i32) {
        let output = self.walint(&[&["check", "--format", "json"], arguments].concat());
        let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", err(&output)));
        let word = |found: &Value, key: &str| found[key].as_str().unwrap().to_owned();
        let findings = report["findings"].as_array().unwrap();
        (findings.iter().map(|found| (word(found, "rule"), word(found, "file"))).collect(), code(&output))
    }
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_walint"));
    environment(command.args(arguments).current_dir(folder)).env_remove("CLICOLOR_FORCE");
    command.env_remove("GITHUB_ACTIONS").env_remove("GITLAB_CI").stdin(Stdio::null());
    command
}

/// The same on every machine, also in a hook of this very repository.
fn environment(command: &mut Command) -> &mut Command {
    for variable in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX"] {
        command.env_remove(variable);
    }
    command
        .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")])
        .envs([("GIT_AUTHOR_NAME", "Ana"), ("GIT_AUTHOR_EMAIL", "ana@shop.example")])
        .envs([("GIT_COMMITTER_NAME", "Ana"), ("GIT_COMMITTER_EMAIL", "ana@shop.example")])
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn pair(rule: &str, file: &str) -> (String, String) {
    (rule.to_owned(), file.to_owned())
}
