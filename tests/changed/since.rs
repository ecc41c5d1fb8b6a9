//! `--changed-since`: what differs from where the branch began.

use super::*;

fn branched() -> Repository {
    let repository = Repository::new();
    for name in ["old", "edited", "staged", "removed"] {
        repository.write(&format!("templates/{name}.yaml"), &template(name, BAD));
    }
    repository.commit();
    repository.git(&["checkout", "-q", "-b", "branch"]);
    repository.write("templates/committed.yaml", &template("committed", BAD));
    repository.commit();
    repository
}

#[test]
fn whatever_the_branch_changed_is_told() {
    let repository = branched();
    // What happened on the other branch meanwhile is not ours.
    repository.git(&["checkout", "-q", "main"]);
    repository.write("templates/old.yaml", &template("old", &format!("{BAD} ")));
    repository.commit();
    repository.git(&["checkout", "-q", "branch"]);
    repository.write("templates/edited.yaml", &template("edited", &format!("Hi. {BAD}")));
    repository.write("templates/staged.yaml", &template("staged", &format!("Hi. {BAD}")));
    repository.git(&["add", "templates/staged.yaml"]);
    repository.write("templates/untracked.yaml", &template("untracked", BAD));
    repository.write(".gitignore", "templates/ignored.yaml\n");
    repository.write("templates/ignored.yaml", &template("ignored", BAD));
    fs::remove_file(repository.path().join("templates/removed.yaml")).unwrap();
    let (told, exit) = repository.told(&["--changed-since", "main"]);
    let files: Vec<&str> = told.iter().map(|(_, file)| file.trim_start_matches("templates/")).collect();
    assert_eq!((files, exit), (vec!["committed.yaml", "edited.yaml", "staged.yaml", "untracked.yaml"], 1));
    let one = repository.told(&["--changed-since", "main", "templates/edited.yaml", "templates/old.yaml"]);
    assert_eq!(one.0.len(), 1);
    let inside = repository.walint_in("templates", &["check", "--changed-since", "main", "--format", "concise"]);
    assert!(out(&inside).starts_with("committed.yaml:6:"), "{}", out(&inside));
}

#[test]
fn nothing_changed_is_fine() {
    let repository = branched();
    let output = repository.walint(&["check", "--changed-since", "branch"]);
    let wanted = "Nothing to check: no template changed since branch.\n";
    assert_eq!((code(&output), out(&output).as_str()), (0, wanted));
    let quiet = repository.walint(&["check", "--changed-since", "branch", "--quiet"]);
    assert_eq!((code(&quiet), out(&quiet).as_str()), (0, ""));
}

#[test]
fn what_git_does_not_know_is_said_in_plain_words() {
    let repository = branched();
    let unrelated = repository.git(&["commit-tree", "-m", "unrelated", "main^{tree}"]);
    for (revision, words) in [
        ("--changed-since=nowhere", "git knows no commit `nowhere`"),
        ("--changed-since=--output=x", "is to name a commit"),
        ("--changed-since=", "is to name a commit"),
        (&format!("--changed-since={}", unrelated.trim()), "have in common"),
    ] {
        let output = repository.walint(&["check", revision]);
        assert!(code(&output) == 2 && err(&output).contains(words), "{revision}: {}", err(&output));
    }
    let empty = Repository::new();
    assert_eq!(code(&empty.walint(&["check", "--changed-since", "HEAD"])), 2);
    let nowhere = TempDir::new().unwrap();
    let output = command(nowhere.path(), &["check", "--staged"])
        .env("GIT_CEILING_DIRECTORIES", nowhere.path().parent().unwrap())
        .output()
        .unwrap();
    assert!(code(&output) == 2 && err(&output).contains("in no git repository"), "{}", err(&output));
    let output = command(repository.path(), &["check", "--staged"]).env("PATH", "").output().unwrap();
    assert!(code(&output) == 2 && err(&output).contains("`git` is not there"), "{}", err(&output));
}

#[test]
fn only_files_that_changed_are_fixed() {
    let repository = Repository::new();
    let noted = |name: &str| template(name, GOOD).replace("UTILITY", "utility");
    repository.write("templates/old.yaml", &noted("old"));
    repository.commit();
    repository.write("templates/new.yaml", &noted("new"));
    let output = repository.walint(&["check", "--changed-since", "HEAD", "--fix"]);
    assert_eq!(code(&output), 1, "{}", err(&output));
    assert!(out(&output).contains("templates/new.yaml: "), "{}", out(&output));
    let read = |name: &str| fs::read_to_string(repository.path().join(name)).unwrap();
    assert!(read("templates/new.yaml").contains("UTILITY") && read("templates/old.yaml").contains("utility"));
}
