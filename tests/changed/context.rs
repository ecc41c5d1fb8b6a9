//! Rules that compare files see all of them, and what they say of files that did not change is left out.

use super::*;

fn in_language(code: &str) -> String {
    template("a", GOOD).replace("  en:", &format!("  {code}:"))
}

#[test]
fn a_language_in_another_file_is_not_missed() {
    let repository = Repository::new();
    repository.write("walint.yaml", "languages: {source: en, required: [en, en_US]}\n");
    repository.write("templates/en.yaml", &in_language("en"));
    repository.write("templates/en_US.yaml", &in_language("en_US"));
    repository.commit();
    repository.write("templates/en.yaml", &in_language("en").replace("packed", "wrapped"));
    repository.git(&["add", "-A"]);
    assert_eq!(repository.told(&["--staged"]), (vec![], 0));
    assert_eq!(repository.told(&["--changed-since", "HEAD"]), (vec![], 0));
    assert_eq!(repository.told(&["templates/en.yaml", "--beside", "templates"]), (vec![], 0));
    // Without the others, it looks like one that lacks a language.
    assert_eq!(repository.told(&["templates/en.yaml"]).0, [pair("variants/language-missing", "templates/en.yaml")]);
}

#[test]
fn what_is_wrong_between_two_files_is_told_whichever_of_them_changed() {
    let repository = Repository::new();
    repository.write("templates/m.yaml", &template("m", GOOD));
    repository.write("templates/broken.yaml", "name: [\n");
    repository.commit();
    for name in ["templates/a.yaml", "templates/z.yaml"] {
        repository.write(name, &template("m", GOOD));
        repository.git(&["add", "-A"]);
        let (told, exit) = repository.told(&["--staged"]);
        assert_eq!((told[0].0.as_str(), exit), ("identity/duplicate", 1), "{told:?}");
        assert_eq!(repository.told(&[name, "--beside", "templates/"]).0, told);
        repository.git(&["rm", "-q", "-f", name]);
    }
}

#[test]
fn the_figures_are_those_of_what_changed() {
    let repository = Repository::new();
    repository.write("templates/m.yaml", &template("m", BAD));
    repository.commit();
    repository.write("templates/a.yaml", &template("a", "Your parcel is on its way and arrives tomorrow morning."));
    let output = repository.walint(&["check", "--changed-since", "HEAD"]);
    assert!(out(&output).starts_with("Checked 1 template (1 file): no findings.\n"), "{}", out(&output));
    let output = repository.walint(&["check", "--changed-since", "HEAD", "--format", "json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["files"].as_array().unwrap().len(), 1);
    // No report takes the place of a template that was only read beside.
    let output = repository.walint(&["check", "--changed-since", "HEAD", "--output", "json=templates/m.yaml"]);
    assert_eq!(code(&output), 2);
    assert_eq!(fs::read_to_string(repository.path().join("templates/m.yaml")).unwrap(), template("m", BAD));
}

#[test]
fn a_baseline_holds_for_what_changed() {
    let repository = Repository::new();
    repository.write("templates/m.yaml", &template("m", BAD));
    repository.write("templates/n.yaml", &template("n", BAD));
    repository.git(&["add", "-A"]);
    assert_eq!(code(&repository.walint(&["check", "--write-baseline", "known.json"])), 0);
    repository.commit();
    repository.write("templates/m.yaml", &format!("# new\n{}", template("m", BAD)));
    repository.git(&["add", "-A"]);
    let output = repository.walint(&["check", "--staged", "--baseline", "known.json"]);
    assert_eq!((code(&output), err(&output).as_str()), (0, ""));
}

#[test]
fn files_that_a_hook_names_need_not_be_templates() {
    let repository = Repository::new();
    repository.write("compose.yaml", "services: {web: {image: shop}}\n");
    repository.write("templates/a.yaml", &template("a", BAD));
    let output = repository.walint(&["check", "--skip-others", "compose.yaml"]);
    assert_eq!((code(&output), out(&output).as_str()), (0, "Nothing to check: none of these files is a template.\n"));
    let both = ["check", "--skip-others", "compose.yaml", "templates/a.yaml", "--beside", "messages"];
    let output = repository.walint(&both);
    assert!(code(&output) == 1 && err(&output).contains("there is no messages to be read"), "{}", err(&output));
    assert_eq!(code(&repository.walint(&["check", "-", "--fix", "--beside", "templates"])), 2);
    // What is not there, or is no YAML, is no other file: nobody knows.
    assert_eq!(code(&repository.walint(&["check", "--skip-others", "missing.yaml"])), 3);
}
