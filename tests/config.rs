//! `walint.yaml` as a team meets it: what one file extends, what is in force, and what can not be followed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const EDGE: &str = "name: order_ready\ncategory: UTILITY\nvariants:\n  en:\n    body:\n      text: Your order has been packed and is ready for {{1}}\n      example: [Ana]\n";
const CLEAN: &str = "name: order_ready\ncategory: UTILITY\nvariants:\n  en:\n    body: Your order has been packed and is ready for you at our shop.\n";

/// A repository with these files.
struct Repository(TempDir);

impl Repository {
    fn with(files: &[(&str, &str)]) -> Self {
        let repository = Self(TempDir::new().unwrap());
        fs::create_dir(repository.path(".git")).unwrap();
        files.iter().for_each(|(name, text)| repository.write(name, text));
        repository
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), text).unwrap();
    }

    fn walint_in(&self, folder: &str, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_walint"));
        command
            .args(arguments)
            .current_dir(self.path(folder))
            .env_remove("GITHUB_ACTIONS")
            .env_remove("CLICOLOR_FORCE");
        command.output().unwrap()
    }

    fn walint(&self, arguments: &[&str]) -> Output {
        self.walint_in(".", arguments)
    }

    /// `severity rule` of each finding.
    fn told(&self, folder: &str, arguments: &[&str]) -> Vec<String> {
        let output = self.walint_in(folder, &[&["check", "--format", "json"], arguments].concat());
        let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", err(&output)));
        let findings = report["findings"].as_array().unwrap().iter();
        findings
            .map(|found| format!("{} {}", found["severity"].as_str().unwrap(), found["rule"].as_str().unwrap()))
            .collect()
    }

    /// What is wrong with the configuration: the run stops, and says nothing else.
    fn mistakes(&self, text: &str) -> Vec<String> {
        self.write("walint.yaml", text);
        let output = self.walint(&["check", "."]);
        assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""), "{}", err(&output));
        err(&output).lines().map(|line| line.trim_start_matches("walint: ").to_owned()).collect()
    }

    fn in_force(&self, path: &str) -> Value {
        let output = self.walint(&["config", "--explain", path, "--format", "json"]);
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", err(&output)))
    }
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The value of a key and the place it is from.
fn value(explained: &Value, name: &str) -> (String, String) {
    let values = explained["values"].as_array().unwrap();
    let found = values.iter().find(|value| value["name"] == name).unwrap_or_else(|| panic!("{name}: {explained:#}"));
    (found["value"].as_str().unwrap().to_owned(), place(&found["from"]))
}

fn place(from: &Value) -> String {
    match from.as_object() {
        Some(from) => format!("{}:{}:{}", from["file"].as_str().unwrap(), from["line"], from["column"]),
        None => "default".to_owned(),
    }
}

fn level(explained: &Value, rule: &str) -> Option<(String, String)> {
    let rules = explained["rules"].as_array().unwrap();
    let found = rules.iter().find(|found| found["rule"] == rule)?;
    Some((found["level"].as_str().unwrap().to_owned(), place(&found["from"])))
}

#[test]
fn the_nearest_file_alone_counts_unless_it_extends_another() {
    let repository = Repository::with(&[
        ("walint.yaml", "rules: {variables: off}\n"),
        ("shop/walint.yaml", "rules: {identity: note}\n"),
        ("shop/a.yaml", EDGE),
    ]);
    assert_eq!(repository.told("shop", &["a.yaml"]), ["error variables/edge"]);
    repository.write("shop/walint.yaml", "extends: ../walint.yaml\nrules: {identity: note}\n");
    assert!(repository.told("shop", &["a.yaml"]).is_empty());
    repository.write("shop/walint.yaml", "extends: ../walint.yaml\nrules: {variables: note}\n");
    assert_eq!(repository.told("shop", &["a.yaml"]), ["note variables/edge"]);
}

#[test]
fn later_files_win_over_earlier_ones_and_the_own_one_over_all() {
    let repository = Repository::with(&[
        (
            "base.yaml",
            "languages: {source: de, required: [de, fr], fallback: {es_MX: es, pt_PT: pt_BR}}\nrules: {links: off, body: note}\n",
        ),
        (
            "team/one.yaml",
            "extends: [../base.yaml]\nlanguages: {source: fr}\nrules: {links: warning}\nmedia: {unreferenced: true}\n",
        ),
        (
            "team/two.yaml",
            "extends: [../base.yaml]\nlanguages: {required: [it]}\nlinks: {own_domains: [two.example]}\n",
        ),
        (
            "walint.yaml",
            "extends: [team/one.yaml, team/two.yaml]\nlanguages:\n  fallback: {es_MX: en}\nlinks: {own_domains: []}\nrules: {body: error}\n",
        ),
    ]);
    let explained = repository.in_force("templates/not_yet.yaml");
    assert_eq!(value(&explained, "languages.source"), ("fr".to_owned(), "team/one.yaml:2:21".to_owned()));
    assert_eq!(value(&explained, "languages.required"), ("[it]".to_owned(), "team/two.yaml:2:23".to_owned()));
    assert_eq!(value(&explained, "languages.fallback.es_MX"), ("en".to_owned(), "walint.yaml:3:21".to_owned()));
    assert_eq!(value(&explained, "languages.fallback.pt_PT").1, "base.yaml:1:74");
    assert_eq!(value(&explained, "links.own_domains"), ("[]".to_owned(), "walint.yaml:4:22".to_owned()));
    assert_eq!(value(&explained, "media.unreferenced").0, "true");
    assert_eq!(value(&explained, "limits.file_size"), ("1MiB".to_owned(), "default".to_owned()));
    assert_eq!(level(&explained, "links/http").unwrap(), ("warning".to_owned(), "team/one.yaml:3:16".to_owned()));
    assert_eq!(level(&explained, "body/length").unwrap().0, "error");
    assert_eq!(level(&explained, "variables/edge"), None);
}

#[test]
fn patterns_start_at_the_folder_of_the_file_that_has_them() {
    let repository = Repository::with(&[
        (
            "shared/walint.yaml",
            "paths:\n  - {files: 'draft_*', rules: {variables: off}}\n  - {files: sub/, rules: {variables: note}}\n  - {files: shop/old/, rules: {variables: warning}}\ncategory: {paths: [{path: sub, sensitivity: low}]}\n",
        ),
        (
            "shop/walint.yaml",
            "extends: ../shared/walint.yaml\npaths: [{files: sub/kept.yaml, rules: {variables: error}}]\n",
        ),
        ("shop/draft_a.yaml", EDGE),
        ("shop/sub/b.yaml", EDGE),
        ("shop/sub/kept.yaml", EDGE),
        ("shop/old/c.yaml", EDGE),
        ("shared/sub/d.yaml", EDGE),
    ]);
    // Wherever walint is started, and however the file is written.
    for (folder, path, severity) in [
        ("shop", "draft_a.yaml", None),
        (".", "shop/draft_a.yaml", None),
        ("shop", "sub/b.yaml", Some("note")),
        ("shop", "sub/kept.yaml", Some("error")),
        ("shop/sub", "../sub/kept.yaml", Some("error")),
        ("shop", "old/c.yaml", Some("warning")),
        ("shop/old", "c.yaml", Some("warning")),
    ] {
        let config = repository.path("shop/walint.yaml");
        let told = repository.told(folder, &["--config", config.to_str().unwrap(), path]);
        let wanted: Vec<String> = severity.map(|severity| format!("{severity} variables/edge")).into_iter().collect();
        assert_eq!(told, wanted, "{folder} {path}");
    }
}

#[test]
fn what_can_not_be_extended_is_told_where_it_is_named() {
    let outside = TempDir::new().unwrap();
    fs::write(outside.path().join("secret.yaml"), "password: x\n").unwrap();
    let repository = Repository::with(&[
        ("shared/walint.yaml", "links: {}\n"),
        ("a.yaml", "extends: b.yaml\n"),
        ("b.yaml", "extends:\n  - ./walint.yaml\n"),
    ]);
    let told = |written: &str| repository.mistakes(&format!("links: {{}}\nextends: {written}\n"));
    assert_eq!(
        told("shared/walnt.yaml"),
        ["walint.yaml:2:10: there is no file `shared/walnt.yaml`; did you mean `shared/walint.yaml`?"]
    );
    assert_eq!(told("[shared]"), ["walint.yaml:2:11: `shared` is a folder; write `shared/walint.yaml`"]);
    assert_eq!(
        told("/shared/walint.yaml"),
        ["walint.yaml:2:10: write it as seen from the folder of this file, such as `../shared/walint.yaml`"]
    );
    assert!(told("https://shop.example/walint.yaml")[0].contains("walint reads no addresses"));
    assert!(told("''")[0].contains("no file is named here"));
    assert!(told("{a: b}").iter().any(|line| line.contains("a file, such as `../shared/walint.yaml`")));
    let far = "../".repeat(20) + "etc/passwd";
    assert_eq!(
        told(&far),
        [format!("walint.yaml:2:10: `{far}` leads out of the repository; copy it into the repository")]
    );
    // What is not there is told as what is there: nobody learns what is outside.
    let name = outside.path().file_name().unwrap().to_str().unwrap();
    for file in ["secret.yaml", "nothing.yaml"] {
        assert!(told(&format!("../{name}/{file}"))[0].contains("leads out of the repository"));
    }
    assert_eq!(
        told("a.yaml"),
        [
            "b.yaml:2:5: this leads back to where it came from: `walint.yaml` extends `a.yaml` extends `b.yaml` extends `walint.yaml`"
        ]
    );
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_repository() {
    let outside = TempDir::new().unwrap();
    fs::write(outside.path().join("secret.yaml"), "password: x\n").unwrap();
    let repository = Repository::with(&[]);
    std::os::unix::fs::symlink(outside.path().join("secret.yaml"), repository.path("shared.yaml")).unwrap();
    let told = repository.mistakes("extends: shared.yaml\n");
    assert_eq!(told, ["walint.yaml:1:10: `shared.yaml` leads out of the repository; copy it into the repository"]);
}

#[test]
fn long_chains_and_many_files_end() {
    let repository = Repository::with(&[]);
    for n in 0..12 {
        repository.write(&format!("c{n}.yaml"), &format!("extends: c{}.yaml\n", n + 1));
    }
    let told = repository.mistakes("extends: c0.yaml\n");
    assert!(
        told.len() == 1
            && told[0].contains("more than 8 configurations extend each other: `walint.yaml` extends `c0.yaml`"),
        "{told:?}"
    );
    let names: Vec<String> = (0..80).map(|n| format!("many/{n}.yaml")).collect();
    names.iter().for_each(|name| repository.write(name, "links: {}\n"));
    let told = repository.mistakes(&format!("extends: [{}]\n", names.join(", ")));
    assert!(told[0].contains("this is more than 64 configurations"), "{told:?}");
}

#[test]
fn mistakes_of_all_files_are_told_at_once() {
    let repository = Repository::with(&[("shared/a.yaml", "rulez: {}\nlinks: {own_domain: [x]}\n"), ("t.yaml", CLEAN)]);
    let told =
        repository.mistakes("extends: shared/a.yaml\nrules:\n  variables/egde: off\nphrases:\n  - {bann: [x]}\n");
    let places: Vec<&str> = told.iter().map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(places, ["shared/a.yaml:1:1", "shared/a.yaml:2:9", "walint.yaml:3:3", "walint.yaml:5:6"], "{told:?}");
    assert!(told[0].contains("did you mean `rules`?") && told[3].contains("did you mean `ban`?"), "{told:?}");
    // Every command that reads it says the same.
    for arguments in [
        &["config"][..],
        &["config", "--explain", "t.yaml"],
        &["preview", "t.yaml"],
        &["variants", "t.yaml"],
        &["category", "t.yaml"],
    ] {
        let output = repository.walint(arguments);
        assert_eq!((output.status.code(), err(&output).lines().count()), (Some(2), 4), "{arguments:?}");
    }
}

#[test]
fn a_limit_of_the_configuration_gives_way_to_the_command_line() {
    let large = format!("{CLEAN}# {}\n", "x".repeat(3000));
    let repository = Repository::with(&[("walint.yaml", "limits: {file_size: 2KB}\n"), ("a.yaml", &large)]);
    assert_eq!(repository.told(".", &["a.yaml"]), ["error syntax/too-large"]);
    assert!(repository.told(".", &["a.yaml", "--max-file-size", "4KiB"]).is_empty());
    repository.write("walint.yaml", "limits: {file_size: 1MiB}\n");
    assert_eq!(repository.told(".", &["a.yaml", "--max-file-size", "2000"]), ["error syntax/too-large"]);
    let wrong = repository.walint(&["check", "a.yaml", "--max-file-size", "2 megs"]);
    assert!(wrong.status.code() == Some(2) && err(&wrong).contains("is no size"), "{}", err(&wrong));
}

#[test]
fn a_baseline_of_the_configuration_gives_way_to_the_command_line() {
    let repository = Repository::with(&[("conf/walint.yaml", "baseline: known.json\n"), ("a.yaml", EDGE)]);
    let check =
        |more: &[&str]| repository.walint(&[&["check", "--config", "conf/walint.yaml", "a.yaml"], more].concat());
    let missing = check(&[]);
    assert_eq!(missing.status.code(), Some(2));
    let told = err(&missing);
    assert!(
        told.contains("conf/walint.yaml:1:11: there is no baseline ") && told.contains("--write-baseline"),
        "{told}"
    );
    // While it is written, what it knew is not left out.
    assert_eq!(check(&["--write-baseline", "conf/known.json"]).status.code(), Some(0));
    let known = check(&[]);
    assert_eq!(known.status.code(), Some(0), "{}{}", out(&known), err(&known));
    repository.write("b.yaml", CLEAN);
    let nothing = ["check", "--config", "conf/walint.yaml", "b.yaml", "--write-baseline", "none.json"];
    assert_eq!(repository.walint(&nothing).status.code(), Some(0));
    assert_eq!(check(&["--baseline", "none.json"]).status.code(), Some(1));
    repository.write("conf/known.json", "no baseline");
    assert!(err(&check(&[])).contains("conf/walint.yaml:1:11: "), "{}", err(&check(&[])));
}

#[test]
fn the_configuration_in_force_is_shown_as_yaml_that_reads_back() {
    let text = "languages:\n  source: en_US\n  fallback: {es_MX: [es, en]}\nbrand:\n  words: [\"Café: Aurora\", WaLint]\nphrases:\n  - ban: [\"#1\", 'no: no']\n    message: it's \"no\"\nrules:\n  links: off\npaths:\n  - files: '*.json'\n    rules: {links: note}\n";
    let repository = Repository::with(&[("walint.yaml", text)]);
    let shown = out(&repository.walint(&["config"]));
    assert!(
        shown.starts_with("# From walint.yaml\n") && shown.contains("  source: en_US  # walint.yaml:2:11\n"),
        "{shown}"
    );
    let read = |text: &str| {
        walint::config::Config::read(&walint::Source::new("walint.yaml", text.as_bytes().to_vec())).unwrap()
    };
    let (first, again) = (read(text), read(&shown));
    assert_eq!(
        (&first.languages, &first.brand, first.paths.len()),
        (&again.languages, &again.brand, again.paths.len())
    );
    assert_eq!(first.phrases[0].phrases.written(), again.phrases[0].phrases.written());
    assert_eq!(first.phrases[0].message, again.phrases[0].message);
    let none = Repository::with(&[]);
    let shown = out(&none.walint(&["config"]));
    assert!(shown.contains("all is as by default") && shown.contains("file_size: 1MiB  # default"), "{shown}");
}

#[test]
fn explain_says_which_entry_decides_about_each_rule() {
    let repository = Repository::with(&[(
        "walint.yaml",
        "rules:\n  formatting: note\n  formatting/glued: off\npaths:\n  - files: legacy/\n    rules: {variables: warning}\n  - files: legacy/\n    templates: [order_ready]\n    rules: {variables/edge: off}\ncategory:\n  sensitivity: high\n  paths: [{path: legacy, sensitivity: low}]\nphrases:\n  - {ban: [x y], files: legacy/}\n",
    )]);
    let (legacy, other) = (repository.in_force("legacy/a.yaml"), repository.in_force("new/a.yaml"));
    assert_eq!(level(&legacy, "variables/edge").unwrap(), ("warning".to_owned(), "walint.yaml:6:24".to_owned()));
    assert_eq!(level(&other, "variables/edge"), None);
    assert_eq!(level(&other, "formatting/glued").unwrap(), ("off".to_owned(), "walint.yaml:3:21".to_owned()));
    assert_eq!(level(&other, "formatting/html").unwrap().0, "note");
    assert_eq!(legacy["for_templates"][0]["templates"][0], "order_ready");
    assert_eq!(value(&legacy, "category.sensitivity"), ("low".to_owned(), "walint.yaml:12:12".to_owned()));
    assert_eq!(value(&other, "category.sensitivity"), ("high".to_owned(), "walint.yaml:11:16".to_owned()));
    assert_eq!(value(&legacy, "phrases").1, "walint.yaml:14:6");
    assert!(other["values"].as_array().unwrap().iter().all(|value| value["name"] != "phrases"));
    let shown = out(&repository.walint(&["config", "--explain", "legacy/a.yaml"]));
    for words in ["formatting (23 rules)", "only in order_ready", "every other rule", "instead of high"] {
        assert!(shown.contains(words), "{words}\n{shown}");
    }
    let wrong = repository.walint(&["config", "--explian", "a.yaml"]);
    assert!(wrong.status.code() == Some(2) && err(&wrong).contains("--explain"), "{}", err(&wrong));
}

#[test]
fn phrases_are_asked_for_where_the_entry_says() {
    let repository = Repository::with(&[
        (
            "walint.yaml",
            "phrases:\n  - {ban: [our shop], files: old/, message: \"Say where:\\n\\e[31m the town\", level: error}\n  - {require: [STOP], categories: [MARKETING], components: [footer]}\n  - {require: [hello], templates: [other]}\n",
        ),
        ("new/a.yaml", CLEAN),
        ("old/a.yaml", CLEAN),
        (
            "old/b.yaml",
            &CLEAN.replace("UTILITY", "MARKETING").replace("order_ready", "other").replace("packed", "boxed"),
        ),
    ]);
    assert!(repository.told(".", &["new/a.yaml"]).is_empty());
    assert_eq!(repository.told(".", &["old/a.yaml"]), ["error config/phrase-banned"]);
    let mut told = repository.told(".", &["old/b.yaml", "--select", "config"]);
    told.sort();
    assert_eq!(
        told,
        ["error config/phrase-banned", "warning config/phrase-required", "warning config/phrase-required"]
    );
    let shown = out(&repository.walint(&["check", "old/a.yaml", "--format", "concise"]));
    assert!(shown.contains("Say where: ␛[31m the town"), "{shown}");
}

#[test]
fn schemas_are_printed() {
    let repository = Repository::with(&[]);
    for (arguments, id) in [
        (&["schema"][..], "urn:walint:schema:template"),
        (&["schema", "config"], "urn:walint:schema:config"),
        (&["schema", "journey"], "urn:walint:schema:journey"),
    ] {
        let schema: Value = serde_json::from_slice(&repository.walint(arguments).stdout).unwrap();
        assert_eq!(
            (schema["$schema"].as_str(), schema["$id"].as_str()),
            (Some("https://json-schema.org/draft/2020-12/schema"), Some(id))
        );
    }
}
