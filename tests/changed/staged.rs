//! `--staged`: the index counts, not the folder.

use super::*;

const EDGE: &str = "variables/edge";

#[test]
fn the_index_is_checked_and_not_the_folder() {
    let repository = Repository::new();
    // Before the first commit, too.
    repository.write("templates/a.yaml", &template("a", BAD));
    repository.git(&["add", "-A"]);
    repository.write("templates/a.yaml", &template("a", GOOD));
    assert_eq!(repository.told(&["--staged"]), (vec![pair(EDGE, "templates/a.yaml")], 1));
    // Gone from the folder, it would still be committed.
    fs::remove_file(repository.path().join("templates/a.yaml")).unwrap();
    assert_eq!(repository.told(&["--staged"]), (vec![pair(EDGE, "templates/a.yaml")], 1));
    repository.write("templates/a.yaml", &template("a", GOOD));
    repository.commit();
    // The other way round.
    repository.write("templates/a.yaml", &template("a", BAD));
    assert_eq!(repository.told(&["--staged"]), (vec![], 0));
}

#[test]
fn only_what_is_staged_is_told() {
    let repository = Repository::new();
    repository.write("templates/old.yaml", &template("old", BAD));
    repository.write("templates/moved.yaml", &template("moved", BAD));
    repository.write("templates/gone.yaml", &template("gone", BAD));
    repository.commit();
    repository.git(&["mv", "templates/moved.yaml", "templates/elsewhere.yaml"]);
    repository.git(&["rm", "-q", "templates/gone.yaml"]);
    repository.write("templates/new.json", "{\"name\": \"new\", \"language\": \"en\", \"category\": \"UTILITY\", \"components\": [{\"type\": \"BODY\", \"text\": \"{{1}} your order is ready for you at our shop\", \"example\": {\"body_text\": [[\"Ana\"]]}}]}");
    repository.write("templates/notes.txt", "variants");
    repository.git(&["add", "-A"]);
    repository.write("templates/untracked.yaml", &template("untracked", BAD));
    let told = repository.told(&["--staged"]);
    assert_eq!(told, (vec![pair(EDGE, "templates/elsewhere.yaml"), pair(EDGE, "templates/new.json")], 1));
    // Paths narrow it, and are those of the folder that walint runs in.
    assert_eq!(repository.told(&["--staged", "templates/new.json"]).0.len(), 1);
    assert_eq!(repository.told(&["--staged", "templates/old.yaml"]), (vec![], 0));
    let inside = out(&repository.walint_in("templates", &["check", "--staged", "--format", "concise"]));
    assert!(inside.starts_with("elsewhere.yaml:6:") && inside.contains("\nnew.json:1:"), "{inside}");
}

#[test]
fn nothing_staged_is_fine() {
    let repository = Repository::new();
    repository.write("templates/a.yaml", &template("a", BAD));
    repository.write("compose.yaml", "services: {web: {image: shop}}\n");
    repository.git(&["add", "compose.yaml"]);
    for arguments in [&["check", "--staged"][..], &["check", "--staged", "."]] {
        let output = repository.walint(arguments);
        assert_eq!((code(&output), out(&output).as_str()), (0, "Nothing to check: no template is staged.\n"));
    }
    // A file that was named has to be a template, and has to be somewhere.
    assert_eq!(code(&repository.walint(&["check", "--staged", "compose.yaml"])), 1);
    assert_eq!(code(&repository.walint(&["check", "--staged", "--skip-others", "compose.yaml"])), 0);
    let missing = repository.walint(&["check", "--staged", "missing.yaml"]);
    assert!(code(&missing) == 3 && out(&missing).contains("there is no such file"), "{}", out(&missing));
}

#[test]
fn what_is_ignored_hidden_or_no_file_is_passed_over() {
    let repository = Repository::new();
    repository.write(".gitignore", "drafts/\n");
    repository.write("drafts/a.yaml", &template("a", BAD));
    repository.write(".hidden/a.yaml", &template("a", BAD));
    repository.git(&["add", "-f", "-A"]);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("drafts/a.yaml", repository.path().join("link.yaml")).unwrap();
        repository.git(&["add", "link.yaml"]);
    }
    let blob = repository.git(&["hash-object", "-t", "tree", "-w", "--stdin"]);
    let module = repository.git(&["commit-tree", blob.trim(), "-m", "x"]);
    repository.git(&["update-index", "--add", "--cacheinfo", &format!("160000,{},module.yaml", module.trim())]);
    assert_eq!(repository.told(&["--staged"]), (vec![], 0));
    assert_eq!(repository.told(&["--staged", ".hidden"]).0.len(), 1);
}

#[test]
fn what_can_not_be_read_fails_closed() {
    let repository = Repository::new();
    fs::write(repository.path().join("latin.yaml"), b"name: caf\xE9\nvariants: {}\n").unwrap();
    repository.write("large.yaml", &format!("{}#{}", template("a", GOOD), "x".repeat(3000)));
    repository.write("small.yaml", &template("b", BAD));
    repository.git(&["add", "-A"]);
    let (told, exit) = repository.told(&["--staged", "--max-file-size", "2000"]);
    let rules: Vec<&str> = told.iter().map(|(rule, _)| rule.as_str()).collect();
    assert_eq!((rules, exit), (vec!["syntax/too-large", "syntax/invalid-utf8", EDGE], 3), "{told:?}");
}

#[test]
fn a_file_that_is_not_merged_fails_closed() {
    let repository = Repository::new();
    repository.write("a.yaml", &template("a", GOOD));
    repository.commit();
    repository.git(&["checkout", "-q", "-b", "other"]);
    repository.write("a.yaml", &template("b", GOOD));
    repository.commit();
    repository.git(&["checkout", "-q", "main"]);
    repository.write("a.yaml", &template("c", GOOD));
    repository.commit();
    let mut merge = Command::new("git");
    environment(merge.args(["merge", "-q", "other"]).current_dir(repository.path())).output().unwrap();
    let output = repository.walint(&["check", "--staged"]);
    assert!(code(&output) == 3 && out(&output).contains("not merged yet"), "{}", out(&output));
}

/// `git commit -a` and `git commit FILE` make an index of their own, which only the environment of the hook names.
#[cfg(unix)]
#[test]
fn in_a_hook_the_index_of_that_commit_counts() {
    use std::os::unix::fs::PermissionsExt;
    let repository = Repository::new();
    repository.write("templates/a.yaml", &template("a", GOOD));
    repository.write("templates/b.yaml", &template("b", GOOD));
    repository.commit();
    let hook = repository.path().join(".git/hooks/pre-commit");
    fs::write(&hook, format!("#!/bin/sh\nexec '{}' check --staged --format concise\n", env!("CARGO_BIN_EXE_walint")))
        .unwrap();
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).unwrap();
    let commit = |arguments: &[&str]| {
        let mut git = Command::new("git");
        git.args([&["commit", "-q", "-m", "x"], arguments].concat()).current_dir(repository.path());
        let output = environment(&mut git).output().unwrap();
        (code(&output), out(&output) + &err(&output))
    };
    repository.write("templates/a.yaml", &template("a", BAD));
    // Nothing is staged, and `-a` stages it for this commit only.
    let (exit, said) = commit(&["-a"]);
    assert!(exit == 1 && said.contains("templates/a.yaml:6:"), "{said}");
    // A commit of one file leaves out what is staged beside it.
    repository.git(&["add", "templates/a.yaml"]);
    repository.write("templates/b.yaml", &template("b", "Your order has been packed and waits for you at our shop."));
    assert_eq!(commit(&["templates/b.yaml"]).0, 0);
    assert_eq!(commit(&["templates/a.yaml"]).0, 1);
    repository.write("templates/a.yaml", &template("a", GOOD));
    assert_eq!(commit(&[]).0, 1, "the index is still wrong");
}

#[test]
fn what_is_staged_is_not_fixed() {
    let repository = Repository::new();
    let noted = template("a", GOOD).replace("UTILITY", "utility");
    repository.write("a.yaml", &noted);
    repository.git(&["add", "-A"]);
    let output = repository.walint(&["check", "--staged", "--fix"]);
    assert!(code(&output) == 2 && err(&output).contains("git add"), "{}", err(&output));
    assert_eq!(fs::read_to_string(repository.path().join("a.yaml")).unwrap(), noted);
    let shown = repository.walint(&["check", "--staged", "--diff"]);
    assert!(out(&shown).contains("+category: UTILITY"), "{}", out(&shown));
    for other in [&["--changed-since", "HEAD"][..], &["-"], &["--watch"], &["--write-baseline", "known.json"]] {
        let output = repository.walint(&[&["check", "--staged"], other].concat());
        assert_eq!(code(&output), 2, "{other:?}: {}", err(&output));
    }
}
