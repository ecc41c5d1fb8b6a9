//! The program in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// No finding at all.
pub const CLEAN: &str = "name: order_ready\ncategory: UTILITY\nvariants:\n  en:\n    body: Your order has been packed and is ready for you at our shop.\n";
/// An error: the variable stands at the end.
pub const BROKEN: &str = "name: order_ready\ncategory: UTILITY\nvariants:\n  en:\n    body:\n      text: Your order has been packed and is ready for {{1}}\n      example: [Ana]\n";
/// A note with a safe fix: the category is written in lower case.
pub const NOTED: &str = "name: order_ready\ncategory: utility\nvariants:\n  en:\n    body: Your order has been packed and is ready for you at our shop.\n";

/// Every format of `walint check`.
pub const FORMATS: [&str; 9] =
    ["human", "concise", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "markdown"];

/// The program: the one of this build, or the one that `WALINT_PROGRAM` names. The gate names the optimised one, for
/// which alone the limits on time are meant.
pub fn program() -> PathBuf {
    std::env::var_os("WALINT_PROGRAM").map_or_else(
        || env!("CARGO_BIN_EXE_walint").into(),
        |named| fs::canonicalize(&named).unwrap_or_else(|error| panic!("{named:?}: {error}")),
    )
}

/// Whether the program is an optimised one. Another gets less to do.
pub fn is_fast() -> bool {
    std::env::var_os("WALINT_PROGRAM").is_some() || !cfg!(debug_assertions)
}

/// A folder with files, gone afterwards.
pub struct Folder(TempDir);

impl Folder {
    pub fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(TempDir::new().unwrap());
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// What is in the folder, hidden files too.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program());
        command.args(arguments);
        at_home(&mut command, self.0.path());
        command
    }

    pub fn walint(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command(arguments).output().unwrap())
    }

    /// The report of these arguments, and the exit code.
    pub fn json(&self, arguments: &[&str]) -> (Value, i32) {
        let ran = self.walint(&[&["check", "--format", "json"], arguments].concat());
        (serde_json::from_str(&ran.out).expect("one JSON object and nothing else"), ran.code)
    }

    /// The rules that speak, in the order of the report.
    pub fn rules(&self, arguments: &[&str]) -> Vec<String> {
        let (report, _) = self.json(arguments);
        let findings = report["findings"].as_array().unwrap();
        findings.iter().map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
    }
}

/// As on a laptop, also where the tests run in CI.
pub fn at_home(command: &mut Command, folder: &Path) {
    for variable in ["GITHUB_ACTIONS", "GITHUB_WORKSPACE", "GITLAB_CI", "CI_PROJECT_DIR", "CLICOLOR_FORCE", "NO_COLOR"]
    {
        command.env_remove(variable);
    }
    command.env_remove("RUST_BACKTRACE").current_dir(folder);
}

/// How a run ended.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    pub fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        let code = output.status.code().unwrap_or_else(|| panic!("ended by a signal: {:?}", output.status));
        Self { code, out: text(output.stdout), err: text(output.stderr) }
    }

    /// Both streams.
    pub fn said(&self) -> String {
        format!("{}{}", self.out, self.err)
    }
}

/// Nothing in it moves a cursor, colours a terminal or reorders a line.
pub fn is_harmless(what: &str, text: &str) {
    let raw = text.char_indices().find(|(_, character)| *character != '\n' && walint::finding::is_unsafe(*character));
    if let Some((at, character)) = raw {
        let start = text.floor_char_boundary(at.saturating_sub(80));
        panic!("{what} holds {character:?}: {:?}", &text[start..text.ceil_char_boundary(at + 40)]);
    }
}

/// No line is a command to the runner of a CI job, but for those that walint itself gives.
pub fn forges_nothing(what: &str, text: &str) {
    let ours = [
        "::error file=",
        "::warning file=",
        "::notice file=",
        "::notice title=walint::",
        "::group::All ",
        "::endgroup::",
    ];
    for line in text.lines().filter(|line| line.trim_start().starts_with("::")) {
        assert!(what.contains("github") && ours.iter().any(|ours| line.starts_with(ours)), "{what}: {line}");
    }
    assert!(!text.contains("##[") && !text.contains("##vso["), "{what}: {text}");
}
