//! `--staged`: the files as they are in git's index, which is what the next commit holds.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::cli::args::CheckArgs;
use crate::cli::baseline::is_baseline;
use crate::cli::configuration::file_size;
use crate::input::{Source, Trouble, may_hold_templates, name, walk};
use crate::settings::Settings;

use super::git::{Entry, Git};
use super::{Gathered, place};

/// A file of the index that the run reads.
struct Indexed {
    path: PathBuf,
    /// How findings call it.
    name: String,
    blob: Option<String>,
    is_named: bool,
    is_staged: bool,
}

/// Reads all files of the index, and notes which of them are told of.
pub fn sources(git: &Git, roots: &[PathBuf], args: &CheckArgs, settings: &mut Settings) -> Result<Gathered, String> {
    let scope = Scope::of(roots);
    let staged: HashSet<PathBuf> = git.staged()?.into_iter().collect();
    let mut files: Vec<Indexed> =
        git.index()?.into_iter().filter_map(|entry| scope.file(git.root(), entry, &staged)).collect();
    files.retain(|file| !is_baseline(&file.path, args, &settings.config));
    let mut troubled = scope.missing(&files);
    let told = files.iter().filter(|file| file.is_staged);
    settings.only = Some(told.clone().map(|file| file.name.clone()).chain(troubled.iter().cloned()).collect());
    let named = told.filter(|file| file.is_named && !args.changed.skip_others).map(|file| file.name.clone());
    settings.named.extend(named.collect::<Vec<_>>());

    let blobs: Vec<&str> = files.iter().filter_map(|file| file.blob.as_deref()).collect();
    let mut contents = git.contents(&blobs, file_size(args.max_file_size, &settings.config))?.into_iter();
    let mut sources: Vec<Source> = files
        .iter()
        .map(|file| {
            let content = match &file.blob {
                Some(_) => contents.next().unwrap_or(Ok(Vec::new())),
                None => Err(Trouble::Unreadable("it is not merged yet; put it right and stage it".to_owned())),
            };
            source(file, content)
        })
        .collect();
    let mut paths: Vec<PathBuf> = files.into_iter().map(|file| file.path).collect();
    paths.extend(troubled.iter().map(PathBuf::from));
    sources.extend(troubled.drain(..).map(|name| {
        let reason = "there is no such file, neither in the folder nor in git";
        Source::with_trouble(name, Trouble::Unreadable(reason.to_owned()))
    }));
    Ok((sources, paths))
}

fn source(file: &Indexed, content: Result<Vec<u8>, Trouble>) -> Source {
    if file.path.to_str().is_none() {
        let reason = "its name is not UTF-8; give it another one".to_owned();
        return Source::with_trouble(&*file.name, Trouble::Unreadable(reason));
    }
    match content {
        Ok(bytes) => Source::new(&*file.name, bytes),
        Err(trouble) => Source::with_trouble(&*file.name, trouble),
    }
}

/// Which files of the repository a run is about: those that a walk through the folder would find.
struct Scope<'r> {
    /// The paths of the command line, each with where it is.
    roots: Vec<(&'r Path, PathBuf)>,
    walked: HashSet<PathBuf>,
}

impl<'r> Scope<'r> {
    fn of(roots: &'r [PathBuf]) -> Self {
        let walked = walk(roots).into_iter().map(|found| found.path).collect();
        let located = |root: &'r PathBuf| (root.as_path(), root.canonicalize().unwrap_or_else(|_| place(root)));
        Self { roots: roots.iter().map(located).collect(), walked }
    }

    fn file(&self, repository: &Path, entry: Entry, staged: &HashSet<PathBuf>) -> Option<Indexed> {
        let full = repository.join(&entry.path);
        let within = |(root, at): &(&'r Path, PathBuf)| {
            full.strip_prefix(at).ok().map(|rest| (root.to_path_buf(), rest.to_path_buf()))
        };
        let (root, rest) = self.roots.iter().find_map(within)?;
        let is_named = rest.as_os_str().is_empty();
        let path = if is_named { root } else { root.join(&rest) };
        let is_read = is_named || (may_hold_templates(&path) && !is_hidden(&rest) && !self.is_left_out(&path));
        is_read.then(|| Indexed {
            name: name(&path),
            is_staged: staged.contains(&entry.path) || entry.blob.is_none(),
            path,
            blob: entry.blob,
            is_named,
        })
    }

    /// Whether the walk passed over a file that is there, such as one that `.gitignore` names.
    fn is_left_out(&self, path: &Path) -> bool {
        let is_there = path.symlink_metadata().is_ok_and(|known| !known.is_dir());
        is_there && !self.walked.contains(path)
    }

    /// The paths of the command line that are nowhere.
    fn missing(&self, files: &[Indexed]) -> Vec<String> {
        let is_known = |root: &Path| files.iter().any(|file| file.path.starts_with(root));
        self.roots.iter().filter(|(root, _)| !root.exists() && !is_known(root)).map(|(root, _)| name(root)).collect()
    }
}

fn is_hidden(rest: &Path) -> bool {
    rest.components().any(|part| part.as_os_str().as_encoded_bytes().starts_with(b"."))
}
