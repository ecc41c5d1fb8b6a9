//! `--staged` and `--changed-since`: only what changed is told. The other templates are read beside it, because some
//! rules compare files.

mod git;
mod since;
mod staged;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::check::{FileStatus, Report};
use crate::input::{Found, Source, walk};
use crate::settings::Settings;

use super::args::CheckArgs;
use super::check::paths;
use git::Git;

#[derive(Debug, Default, Args)]
pub struct ChangedArgs {
    /// Tell only of what is staged for the next commit, and check it as it is staged. The other templates are read
    /// beside it; the configuration and media files are those in the folder.
    #[arg(long, conflicts_with = "changed_since")]
    pub staged: bool,
    /// Tell only of files that changed since this branch left REV, such as origin/main, committed or not, and of
    /// files that git does not know yet. The other templates are read beside them.
    #[arg(long, value_name = "REV")]
    pub changed_since: Option<String>,
    /// Read these files and folders, too, for the rules that compare files, and tell only what concerns PATHS.
    #[arg(long, value_name = "PATH", conflicts_with_all = ["staged", "changed_since"])]
    pub beside: Vec<PathBuf>,
    /// Pass over named files that hold no template, as in folders; it may be all of them. For hooks, which name every
    /// file that changed.
    #[arg(long)]
    pub skip_others: bool,
}

impl ChangedArgs {
    /// Whether git is asked what changed.
    fn asks_git(&self) -> bool {
        self.staged || self.changed_since.is_some()
    }

    /// Whether it is fine that there is nothing to check.
    pub fn may_be_empty(&self) -> bool {
        self.asks_git() || self.skip_others
    }

    /// What is said where there is nothing to check.
    pub fn nothing(&self, report: &Report) -> Option<String> {
        let checked =
            report.files.iter().any(|file| report.status(file) != FileStatus::Other && !report.is_beside(file));
        let reason = match &self.changed_since {
            _ if checked || !report.findings.is_empty() => return None,
            Some(revision) => format!("no template changed since {revision}"),
            None if self.staged => "no template is staged".to_owned(),
            None if self.skip_others => "none of these files is a template".to_owned(),
            None => return None,
        };
        Some(format!("Nothing to check: {reason}."))
    }
}

/// What is wrong with the command line, if something is.
pub fn mistake(args: &CheckArgs) -> Option<String> {
    let changed = &args.changed;
    let option = if changed.staged { "--staged" } else { "--changed-since" };
    let narrowed = changed.asks_git() || !changed.beside.is_empty();
    let stdin = args.paths.iter().any(|path| path == Path::new("-"));
    if changed.staged && args.fix.fix && !args.fix.diff {
        let way = "fix the files with `walint check --fix`, then stage them with `git add`";
        return Some(format!("what is staged can not be fixed; {way}"));
    }
    if changed.changed_since.as_deref().is_some_and(|revision| revision.starts_with('-') || revision.is_empty()) {
        return Some("--changed-since is to name a commit, such as origin/main".to_owned());
    }
    if changed.asks_git() && stdin {
        return Some(format!("{option} is about files in a repository, so it does not go with `-`"));
    }
    if changed.asks_git() && args.watch.watch {
        return Some(format!("{option} does not go with --watch"));
    }
    if stdin && args.fix.fix && !args.fix.diff && !changed.beside.is_empty() {
        return Some(
            "--fix writes standard input alone to standard output, so it does not go with --beside".to_owned(),
        );
    }
    if narrowed && args.write_baseline.is_some() {
        return Some("--write-baseline writes down all findings, so it is to see all files".to_owned());
    }
    None
}

/// Sources, and beside each where it came from.
type Gathered = (Vec<Source>, Vec<PathBuf>);

/// The files of a run that git narrows; nothing where git is not asked.
///
/// # Errors
/// A sentence that says what git does not know.
pub fn sources(args: &CheckArgs, settings: &mut Settings) -> Result<Option<Gathered>, String> {
    let roots = paths(args);
    match &args.changed.changed_since {
        _ if args.changed.staged => staged::sources(&Git::open()?, &roots, args, settings).map(Some),
        Some(revision) => since::sources(&Git::open()?, revision, &roots, args, settings).map(Some),
        None => Ok(None),
    }
}

/// The files that are read beside those found, and no file twice.
pub fn beside(args: &CheckArgs, found: &[Found]) -> Vec<Found> {
    let known: HashSet<PathBuf> = found.iter().map(|file| place(&file.path)).collect();
    let mut beside = walk(&args.changed.beside);
    beside.retain(|file| !known.contains(&place(&file.path)));
    beside.iter_mut().for_each(|file| file.named = false);
    beside
}

/// Where a file is, links on the way followed and the file itself not: a link is another file than what it leads to.
fn place(path: &Path) -> PathBuf {
    let folder = match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    match (folder.canonicalize(), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        (Ok(_), None) => path.canonicalize().unwrap_or_else(|_| path.to_path_buf()),
        // The folder is gone: what is above it is not.
        (Err(_), Some(name)) if folder.parent().is_some() && folder != Path::new(".") => place(folder).join(name),
        (Err(_), _) => path.to_path_buf(),
    }
}
