//! What is on a disk beside regular files of text: told where it was named, and never waited for.

#![cfg(unix)]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::process::Command;
use std::time::{Duration, Instant};

use super::program::{BROKEN, CLEAN, Folder, Ran, at_home, program};

/// Runs as somebody without rights of an administrator, for whom permissions count.
pub fn as_anybody(folder: &Folder, arguments: &[&str]) -> Ran {
    use std::os::unix::fs::MetadataExt;
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65534;
    let administrator = fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0);
    let program = folder.path(".walint");
    // By another process: one that another test starts meanwhile would hold on to a file that is being written.
    assert!(Command::new("cp").arg(self::program()).arg(&program).status().unwrap().success());
    let mut command = Command::new(&program);
    if administrator {
        let root = folder.path("");
        let mode = fs::metadata(&root).unwrap().permissions().mode();
        fs::set_permissions(root, fs::Permissions::from_mode(mode | 0o055)).unwrap();
        command.uid(NOBODY).gid(NOBODY);
    }
    at_home(&mut command, &folder.path(""));
    let ran = Ran::of(command.args(arguments).output().unwrap());
    fs::remove_file(program).unwrap();
    ran
}

fn soon(folder: &Folder, arguments: &[&str]) -> Ran {
    let start = Instant::now();
    let ran = folder.walint(arguments);
    assert!(start.elapsed() < Duration::from_secs(20), "{arguments:?} waited");
    ran
}

#[test]
fn pipes_sockets_and_devices_are_not_waited_for() {
    let folder = Folder::with(&[("broken.yaml", BROKEN)]);
    assert!(Command::new("mkfifo").arg(folder.path("pipe.yaml")).status().unwrap().success());
    let _socket = UnixListener::bind(folder.path("socket.yaml")).unwrap();
    symlink("/dev/zero", folder.path("zero.yaml")).unwrap();
    symlink("pipe.yaml", folder.path("to-pipe.yaml")).unwrap();
    let ran = soon(&folder, &["check", "."]);
    assert_eq!(ran.code, 3);
    for name in ["pipe.yaml", "socket.yaml", "zero.yaml", "to-pipe.yaml"] {
        assert!(ran.out.contains(name), "{name}: {}", ran.out);
        let named = soon(&folder, &["check", name]);
        assert!(named.code == 3 && named.out.contains("it is not a regular file"), "{name}: {named:?}");
    }
    assert!(ran.out.contains("error[variables/edge]"), "the others are checked: {}", ran.out);
    for arguments in [
        &["check", "--config", "pipe.yaml", "broken.yaml"][..],
        &["check", "--baseline", "pipe.yaml", "broken.yaml"],
        &["windows", "broken.yaml", "--rates", "pipe.yaml"],
        &["preview", "pipe.yaml"],
        &["convert", "pipe.yaml"],
        &["category", "pipe.yaml"],
        &["variants", "pipe.yaml"],
        &["check", "broken.yaml", "-o", "json=pipe.yaml"],
    ] {
        let ran = soon(&folder, arguments);
        assert!(ran.code >= 2, "{arguments:?}: {ran:?}");
    }
}

#[test]
fn media_are_regular_files_of_the_project() {
    let template = |media: &str| {
        format!(
            "name: a\ncategory: MARKETING\nvariants:\n  en:\n    header: {{format: IMAGE, media: {media:?}}}\n    body: Our new collection is in the shop from today\n"
        )
    };
    let elsewhere = Folder::with(&[("secret.png", "secret")]);
    let folder = Folder::with(&[("walint.yaml", "")]);
    assert!(Command::new("mkfifo").arg(folder.path("pipe.png")).status().unwrap().success());
    symlink("/dev/zero", folder.path("zero.png")).unwrap();
    symlink(elsewhere.path("secret.png"), folder.path("out.png")).unwrap();
    symlink("loop.png", folder.path("loop.png")).unwrap();
    fs::create_dir(folder.path("folder.png")).unwrap();
    let absolute = elsewhere.path("secret.png").display().to_string();
    for media in [
        "pipe.png",
        "zero.png",
        "out.png",
        "loop.png",
        "folder.png",
        "../../../../etc/passwd",
        "/etc/passwd",
        "file:///etc/passwd",
        "https://a.example/x.png",
        &absolute,
    ] {
        folder.write("a.yaml", template(media));
        let ran = soon(&folder, &["check", "a.yaml"]);
        assert!(ran.code == 1 && ran.out.contains("error[media/"), "{media}: {ran:?}");
        let page = soon(&folder, &["preview", "a.yaml", "--format", "html"]);
        assert!(!page.out.contains("base64,") && !page.out.contains("secret\n"), "{media} is in the page");
    }
}

#[test]
fn links_that_lead_in_circles_or_nowhere_end() {
    let folder = Folder::with(&[("a/broken.yaml", BROKEN)]);
    symlink("..", folder.path("a/up")).unwrap();
    symlink(".", folder.path("a/here")).unwrap();
    symlink("self.yaml", folder.path("a/self.yaml")).unwrap();
    symlink("nowhere.yaml", folder.path("a/dangling.yaml")).unwrap();
    symlink("two.yaml", folder.path("a/one.yaml")).unwrap();
    symlink("one.yaml", folder.path("a/two.yaml")).unwrap();
    let ran = soon(&folder, &["check", "a"]);
    assert_eq!(ran.code, 3);
    assert_eq!(ran.out.matches("error[variables/edge]").count(), 1, "{}", ran.out);
    for name in ["self.yaml", "dangling.yaml", "one.yaml", "two.yaml"] {
        assert!(ran.out.contains(name), "{name}: {}", ran.out);
        assert_eq!(soon(&folder, &["check", &format!("a/{name}")]).code, 3, "{name}");
    }
}

#[test]
fn a_folder_may_be_called_like_a_file() {
    let folder = Folder::with(&[
        ("x.yaml/y.json/broken.yaml", BROKEN),
        ("x.yaml/walint.yaml/clean.yaml", &CLEAN.replace("order_ready", "b")),
    ]);
    let (report, code) = folder.json(&["."]);
    assert_eq!((code, &report["summary"]["files"]), (1, &2.into()), "{report}");
    assert_eq!(folder.rules(&["x.yaml"]), ["variables/edge"]);
}

#[test]
fn what_may_not_be_read_is_told() {
    let folder = Folder::with(&[("secret.yaml", CLEAN), ("broken.yaml", BROKEN), ("closed/a.yaml", CLEAN)]);
    fs::set_permissions(folder.path("secret.yaml"), fs::Permissions::from_mode(0o000)).unwrap();
    fs::set_permissions(folder.path("closed"), fs::Permissions::from_mode(0o000)).unwrap();
    for arguments in [
        &["check", "."][..],
        &["check", "secret.yaml", "broken.yaml", "closed"],
        &["check", "closed/a.yaml", "broken.yaml"],
    ] {
        let ran = as_anybody(&folder, arguments);
        assert_eq!(ran.code, 3, "{arguments:?}: {ran:?}");
        assert!(ran.out.contains("there is no permission to read it"), "{arguments:?}: {}", ran.out);
        assert!(ran.out.contains("error[variables/edge]"), "the others are checked: {}", ran.out);
    }
    fs::set_permissions(folder.path("closed"), fs::Permissions::from_mode(0o755)).unwrap();
    // A file that is there and regular, and fails when it is read, whoever asks.
    if cfg!(target_os = "linux") {
        let ran = folder.walint(&["check", "/proc/self/mem", "broken.yaml"]);
        assert!(ran.code == 3 && ran.out.contains("the file can not be read"), "{ran:?}");
        assert!(ran.out.contains("error[variables/edge]"), "{}", ran.out);
    }
}

#[test]
fn no_two_files_are_taken_for_one() {
    let folder = Folder::with(&[("a/b.yaml", CLEAN)]);
    // Names that look the same once they are made printable, or written with `/`.
    let names: [&[u8]; 3] = [b"a\\b.yaml", b"c\xFE.yaml", b"c\xFF.yaml"];
    for name in names {
        fs::write(folder.path("").join(OsStr::from_bytes(name)), BROKEN).unwrap();
    }
    let (report, code) = folder.json(&["."]);
    assert_eq!((code, &report["summary"]["files"]), (1, &4.into()), "{report}");
    // The same file under two names is checked once.
    let (report, _) = folder.json(&["a/b.yaml", "./a/b.yaml", "a//b.yaml", "a"]);
    assert_eq!(report["summary"]["files"], 1, "{report}");
}

#[test]
fn long_and_strange_names_are_only_names() {
    let folder = Folder::with(&[]);
    let names = [
        "-o.yaml".to_owned(),
        "--fix.yaml".to_owned(),
        " .yaml".to_owned(),
        "~.yaml".to_owned(),
        "$(touch x).yaml".to_owned(),
        "*.yaml".to_owned(),
        "con.yaml".to_owned(),
        "a:b.yaml".to_owned(),
        format!("{}.yaml", "é".repeat(124)),
    ];
    for name in &names {
        folder.write(name, BROKEN);
    }
    let (report, code) = folder.json(&["."]);
    assert_eq!((code, &report["summary"]["files"]), (1, &names.len().into()));
    let (report, _) = folder.json(&["--", "--fix.yaml"]);
    assert_eq!(report["files"][0]["path"], "--fix.yaml");
    assert_eq!(folder.names().len(), names.len());
}
