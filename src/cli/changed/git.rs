//! The questions that are asked of the program `git`. It is told to run no hooks, fetch nothing and lock nothing.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::input::Trouble;

/// Only names, one behind the other with NUL between them: a name may hold anything else. A renamed file is a new one.
const NAMES: [&str; 7] = [
    "--name-only",
    "-z",
    "--no-renames",
    "--diff-filter=d",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules=all",
];
/// All of the repository, wherever in it the program was started.
const EVERYWHERE: &str = ":/";
/// What would change how [`EVERYWHERE`] is read.
const PATHSPECS: [&str; 4] =
    ["GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"];

/// The repository that the program was started in.
#[derive(Debug)]
pub struct Git {
    root: PathBuf,
}

/// A regular file of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its path from the root of the repository.
    pub path: PathBuf,
    /// What git calls its content; none where it is not merged yet.
    pub blob: Option<String>,
}

impl Git {
    /// Finds the repository.
    ///
    /// # Errors
    /// A sentence that says why there is none.
    pub fn open() -> Result<Self, String> {
        let output = run(&["rev-parse", "--show-toplevel"])?;
        if !output.status.success() {
            let reason = reason(&output);
            return Err(match reason.contains("not a git repository") {
                true => "this folder is in no git repository, so git does not know what changed".to_owned(),
                false => format!("git says: {reason}"),
            });
        }
        let root = path(output.stdout.strip_suffix(b"\n").unwrap_or(&output.stdout));
        Ok(Self { root: root.canonicalize().unwrap_or(root) })
    }

    /// The folder that paths of the repository start from.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The paths that the next commit would add or change.
    ///
    /// # Errors
    /// What git says.
    pub fn staged(&self) -> Result<Vec<PathBuf>, String> {
        answer(&[&["diff", "--cached"], &NAMES[..], &["--"]].concat()).map(|names| paths(&names))
    }

    /// The regular files of the index, each once.
    ///
    /// # Errors
    /// What git says.
    pub fn index(&self) -> Result<Vec<Entry>, String> {
        let lines = answer(&["ls-files", "--stage", "-z", "--full-name", "--", EVERYWHERE])?;
        let mut entries: Vec<Entry> = lines.split(|byte| *byte == 0).filter_map(entry).collect();
        // A file that is not merged has up to three entries, one behind the other.
        entries.dedup_by(|next, first| next.path == first.path);
        Ok(entries)
    }

    /// The paths that differ from the commit at which this branch left `revision`, and those that git does not know.
    ///
    /// # Errors
    /// A sentence that says what git can not find.
    pub fn changed_since(&self, revision: &str) -> Result<Vec<PathBuf>, String> {
        let commit = |revision: &str| {
            let asked = format!("{revision}^{{commit}}");
            let output = run(&["rev-parse", "--verify", "--quiet", "--end-of-options", &asked])?;
            Ok::<_, String>(output.status.success().then(|| line(&output.stdout)))
        };
        let Some(since) = commit(revision)? else {
            return Err(format!("git knows no commit `{revision}`; where only a part was fetched, fetch it first"));
        };
        let Some(head) = commit("HEAD")? else {
            return Err("there is no commit in this repository yet".to_owned());
        };
        let base = run(&["merge-base", &since, &head])?;
        if !base.status.success() {
            return Err(format!(
                "git finds no commit that `{revision}` and this branch have in common; where only a part was fetched, \
                 fetch more of it (`fetch-depth: 0` in GitHub Actions, `GIT_DEPTH: 0` in GitLab CI)"
            ));
        }
        let mut names = answer(&[&["diff"], &NAMES[..], &[&line(&base.stdout), "--"]].concat())?;
        names.extend(answer(&["ls-files", "--others", "--exclude-standard", "-z", "--full-name", "--", EVERYWHERE])?);
        Ok(paths(&names))
    }

    /// What is in these blobs, never more than `limit` bytes of one.
    ///
    /// # Errors
    /// When git breaks off.
    pub fn contents(&self, blobs: &[&str], limit: u64) -> Result<Vec<Result<Vec<u8>, Trouble>>, String> {
        if blobs.is_empty() {
            return Ok(Vec::new());
        }
        let mut command = git(&["cat-file", "--batch"]);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(|error| missing(&error))?;
        let (Some(mut questions), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
            return Err("git can not be asked".to_owned());
        };
        let mut answers = BufReader::new(answers);
        let read = blobs.iter().map(|blob| {
            writeln!(questions, "{blob}")?;
            questions.flush()?;
            content(&mut answers, limit)
        });
        let contents = read.collect::<io::Result<Vec<_>>>();
        drop(questions);
        drop(child.wait());
        contents.map_err(|error| format!("git broke off: {error}"))
    }
}

/// One answer of `git cat-file --batch`: a line that ends in the size, then the content and a line break.
fn content(answers: &mut impl BufRead, limit: u64) -> io::Result<Result<Vec<u8>, Trouble>> {
    let mut head = String::new();
    answers.read_line(&mut head)?;
    if head.is_empty() {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let mut words = head.split_ascii_whitespace().skip(1);
    let size = words.next().filter(|kind| *kind == "blob").and_then(|_| words.next()?.parse::<u64>().ok());
    let Some(size) = size else {
        return Ok(Err(Trouble::Unreadable("git does not have its content".to_owned())));
    };
    let mut bytes = Vec::new();
    let told = if size > limit {
        io::copy(&mut answers.take(size), &mut io::sink())?;
        Err(Trouble::TooLarge { size, limit })
    } else {
        answers.take(size).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    answers.read_exact(&mut [0])?;
    Ok(told)
}

/// `100644 <blob> <stage>\t<path>`; links and submodules, which have other modes, are no files.
fn entry(line: &[u8]) -> Option<Entry> {
    let tab = line.iter().position(|byte| *byte == b'\t')?;
    let (facts, name) = (std::str::from_utf8(line.get(..tab)?).ok()?, line.get(tab + 1..)?);
    let mut facts = facts.split(' ');
    let (mode, blob, stage) = (facts.next()?, facts.next()?, facts.next()?);
    mode.starts_with("100").then(|| Entry { path: path(name), blob: (stage == "0").then(|| blob.to_owned()) })
}

fn git(arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    // The rest of the environment stays: in a hook it says which index is to be committed.
    for variable in PATHSPECS {
        command.env_remove(variable);
    }
    command
        .args([
            "--no-pager",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "diff.relative=false",
        ])
        .args(arguments)
        .envs([("GIT_OPTIONAL_LOCKS", "0"), ("GIT_NO_LAZY_FETCH", "1"), ("GIT_TERMINAL_PROMPT", "0"), ("LC_ALL", "C")])
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Result<Output, String> {
    git(arguments).stderr(Stdio::piped()).output().map_err(|error| missing(&error))
}

/// What git answers.
fn answer(arguments: &[&str]) -> Result<Vec<u8>, String> {
    let output = run(arguments)?;
    if output.status.success() { Ok(output.stdout) } else { Err(format!("git says: {}", reason(&output))) }
}

fn missing(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "the program `git` is not there; it is what knows which files changed".to_owned(),
        _ => format!("the program `git` can not be started: {error}"),
    }
}

fn reason(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    let first = said.lines().next().unwrap_or("nothing");
    first.trim_start_matches("fatal: ").trim_start_matches("error: ").to_owned()
}

fn line(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim().to_owned()
}

fn paths(names: &[u8]) -> Vec<PathBuf> {
    names.split(|byte| *byte == 0).filter(|name| !name.is_empty()).map(path).collect()
}

#[cfg(unix)]
fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> PathBuf {
    PathBuf::from(OsStr::new(&*String::from_utf8_lossy(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_files_and_their_names_are_any_bytes() {
        let file = entry(b"100644 abc 0\ta\tb\nc.yaml").unwrap();
        assert_eq!((file.path, file.blob), (PathBuf::from("a\tb\nc.yaml"), Some("abc".to_owned())));
        assert_eq!(entry(b"100755 abc 2\ta.yaml").unwrap().blob, None);
        for other in [&b"120000 abc 0\tlink.yaml"[..], b"160000 abc 0\tmodule.yaml", b""] {
            assert_eq!(entry(other), None);
        }
    }

    #[test]
    fn contents_end_where_their_size_says() {
        let mut answers = &b"abc blob 5\na\nbc\n\ndef missing\nabc blob 9\n123456789\nabc blob 0\n\n"[..];
        let mut next = || content(&mut answers, 8).unwrap();
        assert_eq!(next(), Ok(b"a\nbc\n".to_vec()));
        assert!(matches!(next(), Err(Trouble::Unreadable(_))));
        assert_eq!(next(), Err(Trouble::TooLarge { size: 9, limit: 8 }));
        assert_eq!(next(), Ok(Vec::new()));
        assert!(content(&mut answers, 8).is_err());
    }
}
