//! A team begins with walint: what is wrong already is written down, and only what is new is told.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

struct Folder(TempDir);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(TempDir::new().unwrap());
        files.iter().for_each(|(name, text)| folder.write(name, text));
        folder
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap()
    }

    fn walint(&self, arguments: &[&str]) -> (i32, String, String) {
        self.walint_in("", arguments)
    }

    fn walint_in(&self, folder: &str, arguments: &[&str]) -> (i32, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_walint"));
        let Output { status, stdout, stderr } =
            command.arg("check").args(arguments).current_dir(self.0.path().join(folder)).output().unwrap();
        (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
    }

    /// The rules that are told, how many findings are known, and what is said beside the report.
    fn known(&self, arguments: &[&str]) -> (Vec<String>, u64, String) {
        let (_, out, err) = self.walint(&[&["--format", "json", "--baseline", "known.json"], arguments].concat());
        let report: Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}{err}"));
        let rules = report["findings"].as_array().unwrap().iter().map(|finding| finding["rule"].as_str().unwrap());
        (rules.map(str::to_owned).collect(), report["summary"]["baselined"].as_u64().unwrap(), err)
    }
}

fn template(name: &str, text: &str) -> String {
    format!("name: {name}\ncategory: UTILITY\nvariants:\n  en:\n    body:\n      text: {text}\n      example: [Ana]\n")
}

const OLD: &str = "Your order has been packed and is ready for {{1}}";
const NEW: &str = "Your parcel is on its way and will soon be there for {{1}}";

/// Two files with an error each, and their baseline.
fn team() -> Folder {
    let folder = Folder::with(&[("a.yaml", &template("order_ready", OLD)), ("b.yaml", &template("parcel_sent", NEW))]);
    let (code, out, err) = folder.walint(&["--write-baseline", "known.json"]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(err.contains("wrote 2 findings to known.json"), "{err}");
    assert!(out.contains("beyond those that the baseline knows") && out.contains("2 known"), "{out}");
    folder
}

#[test]
fn what_is_known_is_not_told_and_what_is_new_is() {
    let folder = team();
    assert_eq!(folder.walint(&[]).0, 1);
    assert_eq!(folder.walint(&["--baseline", "known.json"]).0, 0);
    folder.write("c.yaml", &template("order_late", "Your order will be late by some days, with our excuses to {{1}}"));
    assert_eq!(folder.known(&[]), (vec!["variables/edge".to_owned()], 2, String::new()));
    assert_eq!(folder.walint(&["--baseline", "known.json"]).0, 1);
    // The same error in another language, and in the same text again.
    folder.write("c.yaml", "# nothing\n");
    folder.write(
        "a.yaml",
        &(template("order_ready", OLD) + "  fr:\n    body: Votre commande est prête chez nous, {{1}}\n"),
    );
    assert!(folder.known(&[]).0.contains(&"variables/edge".to_owned()));
}

#[test]
fn moved_lines_and_files_and_other_spacing_change_nothing() {
    let folder = team();
    let (first, second) = (template("order_ready", OLD), template("parcel_sent", NEW));
    folder.write("a.yaml", &format!("# a remark\n\n\n{second}---\n{first}"));
    folder.write("b.yaml", "x: 1\n");
    assert_eq!(folder.known(&[]), (vec![], 2, String::new()));
    fs::remove_file(folder.0.path().join("b.yaml")).unwrap();
    fs::rename(folder.0.path().join("a.yaml"), folder.0.path().join("z.yaml")).unwrap();
    assert_eq!(folder.known(&[]), (vec![], 2, String::new()));
    // As Meta gives it back, in JSON.
    let json = format!(
        "{{\"name\": \"order_ready\", \"language\": \"en\", \"category\": \"UTILITY\", \"components\": [{{\"type\": \"BODY\", \"text\": \"{OLD}\", \"example\": {{\"body_text\": [[\"Ana\"]]}}}}]}}"
    );
    folder.write("z.yaml", &second);
    folder.write("y.json", &json);
    assert_eq!(folder.known(&[]), (vec![], 2, String::new()));
}

#[test]
fn entries_that_are_gone_are_told_and_do_not_fail() {
    let folder = team();
    folder.write("a.yaml", &template("order_ready", "Your order is packed and ready for {{1}} at our shop in town."));
    let (told, known, err) = folder.known(&[]);
    assert_eq!((told.len(), known), (0, 1));
    assert!(
        err.contains("one entry of the baseline is no longer needed: variables/edge in order_ready (en);"),
        "{err}"
    );
    assert_eq!(folder.walint(&["--baseline", "known.json"]).0, 0);
    // What was not checked is not gone: a hook names only the files that changed.
    assert_eq!(folder.known(&["b.yaml"]).2, "");
    assert_eq!(folder.known(&["--select", "body"]).2, "");
    fs::remove_file(folder.0.path().join("a.yaml")).unwrap();
    assert!(folder.known(&["b.yaml"]).2.contains("order_ready"));
    assert_eq!(folder.walint(&["--write-baseline", "known.json"]).0, 0);
    assert_eq!(folder.known(&[]), (vec![], 1, String::new()));
}

#[test]
fn a_baseline_knows_how_many() {
    let twice = |text: &str| template("order_ready", text).replace("variants:", "sub_categry: A\nvariants:");
    let folder = Folder::with(&[("a.yaml", &twice(OLD))]);
    folder.walint(&["--write-baseline", "known.json"]);
    assert_eq!(folder.known(&[]).0, [""; 0]);
    // The same template a second time has the same findings, and these are new.
    folder.write("b.yaml", &twice(OLD));
    let (told, known, _) = folder.known(&["--select", "variables,syntax"]);
    assert_eq!((told.len(), known), (2, 2));
}

#[test]
fn what_belongs_to_no_template_is_known_by_its_file() {
    // A template without a name, whose first line ends unlike the others.
    let text = template("x", "Your order is packed and ready for {{1}} at our shop.").replace("name: x\n", "");
    let crlf = text.replacen('\n', "\r\n", 1);
    let folder = Folder::with(&[("a.yaml", &crlf), ("walint.yaml", "rules: {syntax/line-endings: error}\n")]);
    folder.write("sub/x.yaml", "x: 1\n");
    folder.walint(&["--write-baseline", "known.json"]);
    assert_eq!(folder.known(&[]).1, 2);
    // From another folder the file has another name, and is the same.
    let (code, out, _) = folder.walint_in("sub", &["--baseline", "../known.json", "../a.yaml"]);
    assert!(code == 0 && out.contains("2 known"), "{out}");
    folder.write("b.yaml", &crlf);
    folder.write("a.yaml", &text);
    assert_eq!(folder.known(&["--select", "syntax"]).0, ["syntax/line-endings"]);
}

#[test]
fn what_a_rule_finds_in_the_file_is_known_by_the_template_it_stands_in() {
    let misspelt = |name: &str| template(name, OLD).replace("variants:", "colour: red\nvariants:");
    let folder = Folder::with(&[("a.yaml", &misspelt("order_ready"))]);
    folder.walint(&["--write-baseline", "known.json"]);
    folder.write("a.yaml", "x: 1\n");
    folder.write("b.yaml", &misspelt("order_ready"));
    assert_eq!(folder.known(&[]), (vec![], 2, String::new()));
    folder.write("b.yaml", &misspelt("order_late"));
    assert_eq!(folder.known(&["--select", "syntax"]).0, ["syntax/unknown-key"]);
}

#[test]
fn the_file_is_the_same_for_the_same_findings_and_easy_to_read() {
    let folder = team();
    let first = folder.read("known.json");
    folder.walint(&["--write-baseline", "known.json", "--threads", "1", "--quiet"]);
    assert_eq!(folder.read("known.json"), first);
    assert_eq!(first.lines().count(), 4, "{first}");
    assert_eq!(serde_json::from_str::<Value>(&first).unwrap()["findings"][1]["template"], "parcel_sent");
    // It stands among the templates and is none, even where it is named.
    assert_eq!(folder.walint(&["--baseline", "known.json", "a.yaml", "known.json"]).0, 0);
}

#[test]
fn a_file_that_is_no_baseline_is_told_and_left_as_it_is() {
    let folder = team();
    for (arguments, words) in [
        (&["--baseline", "none.json"][..], "there is no baseline none.json; `--write-baseline none.json` makes one"),
        (&["--baseline", "a.yaml"], "a.yaml can not be used: it is not a baseline: expected ident at line 1"),
        (&["--baseline", "."], "can not be used"),
        (&["--write-baseline", "a.yaml"], "a.yaml is not written over: it is not a baseline"),
        (&["--write-baseline", "none/known.json"], "there is no such folder"),
        (&["--baseline", "known.json", "--write-baseline", "known.json"], "cannot be used with"),
    ] {
        let (code, out, err) = folder.walint(arguments);
        assert!(code == 2 && err.contains(words), "{arguments:?} {code}\n{out}{err}");
    }
    assert_eq!(folder.read("a.yaml"), template("order_ready", OLD));
    for text in [
        "",
        "{}",
        "[]",
        "{\"version\": 2, \"findings\": []}",
        "{\"version\": 1, \"findings\": [{}]}",
        "\u{FEFF}x",
        "[[[[",
    ] {
        folder.write("known.json", text);
        let (code, _, err) = folder.walint(&["--baseline", "known.json"]);
        assert!(code == 2 && err.contains("known.json can not be used"), "{text}: {err}");
    }
    let many = "{\"file\":\"\",\"template\":null,\"language\":null,\"component\":null,\"rule\":\"a/b\",\"fingerprint\":\"\",\"count\":18446744073709551615}";
    folder.write("known.json", &format!("{{\"version\": 1, \"findings\": [{many}, {many}]}}"));
    assert_eq!(folder.walint(&["--baseline", "known.json"]).0, 1);
}

#[test]
fn what_could_not_be_checked_is_never_known() {
    let folder = Folder::with(&[("a.yaml", &template("order_ready", OLD))]);
    folder.write("b.yaml", "name: [\n");
    assert_eq!(folder.walint(&["--write-baseline", "known.json"]).0, 3);
    assert_eq!(folder.walint(&["--baseline", "known.json"]).0, 3);
}

#[test]
fn levels_are_seen_from_the_folder_of_the_configuration() {
    let config = "rules: {variables/edge: warning}\npaths:\n  - files: old/\n    rules: {variables: off}\n";
    let folder = Folder::with(&[
        ("walint.yaml", config),
        ("old/a.yaml", &template("order_ready", OLD)),
        ("b.yaml", &template("parcel_sent", NEW)),
    ]);
    let (code, out, _) = folder.walint(&[]);
    assert!(code == 0 && out.contains("1 warning") && out.contains("b.yaml"), "{out}");
    let (code, out, _) = folder.walint_in("old", &["a.yaml", "../b.yaml", "--fail-on", "warning"]);
    assert!(code == 1 && out.contains("1 warning") && out.contains("b.yaml:"), "{out}");
    let full = folder.0.path().join("old/a.yaml");
    assert!(folder.walint(&[full.to_str().unwrap()]).1.contains("no findings"));
    folder.write("walint.yaml", "rules:\n  variables/egde: warn\n");
    let (code, _, err) = folder.walint(&[]);
    assert!(
        code == 2
            && err.contains(
                "walint.yaml:2:3: there is no rule or family `variables/egde`; did you mean `variables/edge`?"
            ),
        "{err}"
    );
    assert!(err.contains("walint.yaml:2:19: `warn` is not a level; did you mean `warning`?"), "{err}");
}
