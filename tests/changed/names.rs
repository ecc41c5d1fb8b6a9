//! Names may hold anything, and no name is an option, a pattern or two names.

use super::*;

#[cfg(unix)]
#[test]
fn odd_names_are_taken_as_they_are() {
    let repository = Repository::new();
    let names =
        ["two words.yaml", "new\nline.yaml", "--fix.yaml", "tab\t\"quote\".yaml", ":(top)x.yaml", "*.yaml", "né.yaml"];
    for name in names {
        repository.write(&format!("templates/{name}"), &template("a", BAD));
    }
    repository.git(&["add", "-A"]);
    for arguments in [&["--staged"][..], &["--changed-since", "HEAD"]] {
        let (told, exit) = repository.told(&[arguments, &["--select", "variables/edge"]].concat());
        let mut files: Vec<&str> = told.iter().map(|(_, file)| file.strip_prefix("templates/").unwrap()).collect();
        let mut wanted = names.to_vec();
        files.sort_unstable();
        wanted.sort_unstable();
        assert_eq!((files, exit), (wanted, 1), "{arguments:?}");
        repository.git(&["commit", "-q", "--allow-empty", "-m", "first", "--only"]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_is_told() {
    use std::os::unix::ffi::OsStrExt;
    let repository = Repository::new();
    fs::write(repository.path().join(std::ffi::OsStr::from_bytes(b"caf\xE9.yaml")), template("a", GOOD)).unwrap();
    repository.git(&["add", "-A"]);
    let output = repository.walint(&["check", "--staged"]);
    assert_eq!(code(&output), 3);
    assert!(out(&output).contains("caf\u{FFFD}.yaml") && out(&output).contains("not UTF-8"), "{}", out(&output));
}
