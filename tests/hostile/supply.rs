//! What walint is made of, and what the gate does about it.

use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_gate_builds_what_is_locked_and_checks_where_it_comes_from() {
    let gate = read(".ci/run");
    for line in gate.lines().filter(|line| !line.trim_start().starts_with('#')) {
        for command in ["build", "test", "run", "clippy", "doc", "install", "deny", "bench"] {
            if line.contains(&format!("cargo {command} ")) && !line.trim_start().starts_with("say ") {
                assert!(line.contains("--locked"), "{line}");
            }
        }
    }
    for check in ["licenses", "bans", "sources", "advisories"] {
        assert!(gate.lines().any(|line| line.contains("cargo deny") && line.contains(check)), "{check}");
    }
    let deny = read("deny.toml");
    for setting in
        ["unknown-registry = \"deny\"", "unknown-git = \"deny\"", "wildcards = \"deny\"", "yanked = \"deny\""]
    {
        assert!(deny.contains(setting), "{setting}");
    }
}

#[test]
fn nothing_comes_from_elsewhere_than_the_registry() {
    let lock = read("Cargo.lock");
    let sources: Vec<&str> = lock.lines().filter_map(|line| line.strip_prefix("source = ")).collect();
    assert!(!sources.is_empty() && sources.iter().all(|source| source.starts_with("\"registry+")));
    let packages = lock.lines().filter(|line| *line == "[[package]]").count();
    let checksums = lock.lines().filter(|line| line.starts_with("checksum = ")).count();
    assert_eq!(packages, checksums + 1, "everything but walint itself has a checksum");
    assert!(read("Cargo.toml").contains("unsafe_code = \"forbid\""));
}

/// No code that talks to a network or starts a program is in what is shipped.
#[test]
fn the_source_reaches_for_nothing_it_promises_not_to() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                for forbidden in ["TcpStream", "UdpSocket", "ToSocketAddrs", "process::Command", "unsafe {"] {
                    assert!(!text.contains(forbidden), "{} has {forbidden}", path.display());
                }
                files += 1;
            }
        }
    }
    assert!(files > 100);
}

#[test]
fn what_is_promised_names_its_proof() {
    let promises = read("SECURITY.md");
    let linked: Vec<&str> = promises.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    let local: Vec<&&str> = linked.iter().filter(|link| !link.contains("://") && !link.starts_with("../../")).collect();
    assert!(local.len() > 10, "{local:?}");
    for link in local {
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(link).exists(), "{link}");
    }
}
