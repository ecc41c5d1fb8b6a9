//! `--changed-since`: files as they are, of which git says that they differ.

use std::collections::HashSet;
use std::path::PathBuf;

use rayon::prelude::*;

use crate::cli::args::CheckArgs;
use crate::cli::check::is_own;
use crate::cli::configuration::file_size;
use crate::input::{Found, read_file, walk};
use crate::settings::Settings;

use super::git::Git;
use super::{Gathered, place};

/// Reads all files, and notes which of them are told of.
pub fn sources(
    git: &Git,
    revision: &str,
    roots: &[PathBuf],
    args: &CheckArgs,
    settings: &mut Settings,
) -> Result<Gathered, String> {
    let changed: HashSet<PathBuf> = git.changed_since(revision)?.iter().map(|path| git.root().join(path)).collect();
    let mut found = walk(roots);
    found.retain(|file| !is_own(args, file, &settings.config));
    // What was named and is not there, is told as in any run.
    let is_told = |file: &Found| (file.named && !file.path.exists()) || changed.contains(&place(&file.path));
    let mut only = HashSet::new();
    for file in found.iter_mut() {
        file.named &= !args.changed.skip_others;
        if !is_told(file) {
            file.named = false;
            continue;
        }
        only.insert(file.name.clone());
        if file.path.to_str().is_none() {
            file.trouble = Some("its name is not UTF-8; give it another one".to_owned());
        }
    }
    settings.named.extend(found.iter().filter(|file| file.named).map(|file| file.name.clone()));
    settings.only = Some(only);
    let limit = file_size(args.max_file_size, &settings.config);
    let sources = found.par_iter().map(|file| read_file(file, limit)).collect();
    Ok((sources, found.into_iter().map(|file| file.path).collect()))
}
